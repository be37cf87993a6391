import Monitoring
import SessionRecord

/// Every correction and withdrawal with the old value; nothing of them is gone.
struct CorrectionSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout Page) {
    page.heading("Corrections and withdrawals")
    let stories = words.file.log.map { EntryStory($0, in: words) }
      .filter { $0.isVoid || !$0.past.isEmpty }
    guard !stories.isEmpty else {
      page.add("None.")
      return
    }
    let label = TimelineLabel(words)
    let phrases = EntryPhrases(words: words)
    var days = DayLines(words, saysFirst: false)
    for story in stories {
      if let day = days.line(before: story.observed.instant) { page.add(day) }
      for (place, line) in phrases.lines(story).enumerated() {
        page.add(line, after: place == 0 ? label.label(story) : label.empty)
      }
    }
    page.add("Struck entries stay in the record; nothing is deleted.")
  }
}
