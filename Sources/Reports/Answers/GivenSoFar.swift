import Monitoring
import SessionRecord

/// What was given so far, in an answer to entries that say something of it.
struct GivenSoFar {
  private let words: SessionWords
  private let new: [EntryNumber]

  init(_ words: SessionWords, new: [EntryNumber]) {
    self.words = words
    self.new = new
  }

  func add(to page: inout Page) {
    guard new.compactMap(words.entry).contains(where: isAboutGiven) else { return }
    for line in GivenText(words).lines(words.file.exposure) { page.add(line, indent: 4) }
  }

  /// A correction or a withdrawal is about what it corrects.
  private func isAboutGiven(_ entry: Entry) -> Bool {
    switch entry.content {
    case .amendment(let amendment): isGiven(amendment.content) || isGiven(at: amendment.entry)
    case .void(let void): isGiven(at: void.entry)
    case .verification(let number): isGiven(at: number)
    default: isGiven(entry.content)
    }
  }

  private func isGiven(at number: EntryNumber) -> Bool {
    words.chart[words.chart.original(of: number)].map { isGiven($0.content) } ?? false
  }

  private func isGiven(_ content: Content) -> Bool {
    content.kind == .dose || content.kind == .infusion
  }
}
