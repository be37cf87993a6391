package import Monitoring
import SessionRecord

/// The clinic's criteria for leaving as a session stands: a list for a named clinician, who decides.
package struct LeavingText {
  private let words: SessionWords
  private let style: Style

  package init(_ file: SessionFile, style: Style) {
    words = SessionWords(file)
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    AnswerHead.add(words, to: &page)
    addCriteria(to: &page)
    if let record = DecisionRecord(words) {
      for line in record.lines { page.add(line.phrase, after: line.label) }
    } else {
      page.add(DecisionRecord.none(words))
    }
    page.add(Phrase(LeavingText.statement))
    return page.text
  }

  /// What the criteria do not say.
  static let statement =
    "The criteria are the clinic's own and settle nothing: a named clinician decides."

  private func addCriteria(to page: inout Page) {
    let file = words.file
    let readiness = file.readiness
    guard !readiness.criteria.isEmpty else {
      page.add(
        Phrase("The protocol \(file.monitoringProtocol.id) has no criteria for leaving.")
      )
      return
    }
    let line = CriteriaLine(readiness, in: words)
    let asOf = file.assessment.clock
    page.add(
      Phrase(
        "Leaving, as of \(words.clock.clock(asOf, near: file.session.opened.instant)) "
          + "\(words.sinceTimeZero(asOf)): "
      ) + Phrase(line.text, .strong)
    )
    page.add(CriteriaTable(readiness, line: line).table)
    guard file.session.isOpen else { return }
    if let hint = AnswerHint(readiness, session: file.session.number).phrase { page.add(hint) }
  }
}
