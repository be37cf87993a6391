import Monitoring
import SessionRecord

/// The decision that the patient leaves, the answers that were typed, and the criteria as they stand.
struct LeavingSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout some Sheet) {
    page.heading("Leaving")
    if let record = DecisionRecord(words) {
      for line in record.lines { page.add(line.phrase, after: line.label) }
    } else {
      page.add(DecisionRecord.none(words))
    }
    addAnswers(to: &page)
    let readiness = words.file.readiness
    guard !readiness.criteria.isEmpty else {
      page.add("The protocol has no criteria for leaving.")
      return
    }
    let line = CriteriaLine(readiness, in: words)
    let asOf = words.clock.dateAndClock(words.file.assessment.clock)
    page.add(Phrase("Criteria as of \(asOf): \(line.text)"))
    page.add(CriteriaTable(readiness, line: line), below: Phrase(LeavingText.statement))
  }

  private func addAnswers(to page: inout some Sheet) {
    let phrases = EntryPhrases(words: words)
    for entry in words.chart.standingInObservedOrder {
      guard case .leaving(.answers) = entry.content else { continue }
      let at = entry.observed.instant
      let time = words.clock.clock(at, near: words.file.session.opened.instant)
      let label: Phrase =
        "#\(entry.number) \(time) \(words.sinceTimeZero(at)) \(entry.original.author) "
      for line in phrases.lines(EntryStory(entry.original, in: words)) {
        page.add(line, after: label)
      }
    }
  }
}
