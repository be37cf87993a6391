import Monitoring
import SessionRecord

/// What an answer about an open session ends with: what holds before the dose, what is due, and how many
/// criteria for leaving are met once that is of interest.
struct AnswerEnd {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout Page) {
    guard words.file.session.isOpen else { return }
    if let hold = HoldPhrase(words).phrase { page.add(hold) }
    if let due = DuePhrases(words).phrase() { page.add(due) }
    if let criteria = CriteriaLine(words.file.readiness, in: words).inPassing { page.add(criteria) }
  }
}
