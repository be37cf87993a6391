package import Monitoring
import SessionRecord

/// A session's report: head, doses, schedule, extremes, flags, effects, every set, leaving,
/// corrections.
///
/// It is a DRAFT until the session is closed.
package struct SessionReportText {
  private let words: SessionWords
  private let style: Style

  package init(_ file: SessionFile, style: Style) {
    words = SessionWords(file)
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    SessionHead(words: words, openWord: "DRAFT").add(to: &page)
    addIdentity(to: &page)
    DoseSection(words).add(to: &page)
    ScheduleSection(words).add(to: &page)
    ExtremesSection(words).add(to: &page)
    FlagSection(words).add(to: &page)
    EffectSection(words).add(to: &page)
    page.heading("Every set of vital signs")
    VitalsTable(words).add(to: &page)
    NEWS2Section(words).add(to: &page)
    EventSection(words).add(to: &page)
    LeavingSection(words).add(to: &page)
    CorrectionSection(words).add(to: &page)
    page.rule()
    for statement in SessionReportText.statements { page.add(Phrase(statement)) }
    return page.text
  }

  /// What a report does not say, printed under each.
  static let statements = [
    "No flag means only that no limit was crossed in what was typed.",
    "Vigil records and flags; it is not a medical device and not an alarm system. "
      + "A named clinician decides.",
  ]

  private func addIdentity(to page: inout Page) {
    for line in PatientFacts(words.file.patient).lines { page.add(line) }
    let opening = words.file.session.opening
    page.add("indication: \(opening.indication ?? "not given")")
    page.add(
      words.weight.map { "weight of the day: \(words.values.value($0))" }
        ?? "weight of the day: not given, so mg/kg stays blank"
    )
    let reference = opening.monitoringProtocol
    page.add(
      Phrase(
        "protocol: \(reference.id.text) version \(reference.version), "
          + "\(words.file.monitoringProtocol.title) (\(reference.digest.short))"
      )
    )
    if let last = words.file.log.last {
      page.add(
        Phrase(
          "\(counted(words.file.log.count, "entry", "entries")), the last recorded "
            + "\(words.clock.dateAndClock(last.recorded.instant)); flags as of "
            + words.clock.dateAndClock(words.file.assessment.asOf)
        )
      )
    }
  }
}
