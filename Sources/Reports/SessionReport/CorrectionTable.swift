import Monitoring
import SessionRecord

/// Entries that were corrected or withdrawn: what each said, what it says, by whom, when and why.
struct CorrectionTable {
  let words: SessionWords
  let stories: [EntryStory]

  init(_ words: SessionWords) {
    self.words = words
    stories = words.file.log.map { EntryStory($0, in: words) }
      .filter { $0.isVoid || !$0.past.isEmpty }
  }

  func add(to page: inout Page) { EntryRows(stories, in: words).add(to: &page) }
}
