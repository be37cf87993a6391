import Monitoring
import Reports
import SessionRecord
import Testing

struct GoldenTests {
  private static let styles = [
    (Style(width: 80), "80"), (Style(width: 120), "120"),
    (Style(width: 80, ascii: true), "80-ascii"), (Style(width: 80, colour: true), "80-colour"),
  ]

  @Test(arguments: styles) func `prints the timeline`(style: Style, name: String) throws {
    let file = try SampleSession().file()
    try Golden.check(TimelineText(file, style: style).text, "timeline-\(name).txt")
  }

  @Test(arguments: styles) func `prints every set`(style: Style, name: String) throws {
    let file = try SampleSession().file()
    try Golden.check(
      TimelineText(file, style: style, vitalsOnly: true).text,
      "vitals-\(name).txt"
    )
  }

  @Test(arguments: styles) func `prints the report`(style: Style, name: String) throws {
    let file = try SampleSession().file()
    try Golden.check(SessionReportText(file, style: style).text, "report-\(name).txt")
  }

  @Test(arguments: styles) func `prints lists across sessions`(style: Style, name: String) throws {
    let lists = try SampleLists()
    let text = [
      FlagListText(lists.flags, style: style).text,
      EffectListText(lists.effects, style: style).text,
      SessionListText(lists.sessions, style: style).text,
      StatusText([lists.open], now: lists.now, style: style).text,
      PatientListText(lists.patients, style: style).text,
      PatientText(lists.patients[0], sessions: lists.sessions, style: style).text,
      ProtocolListText([try SampleProtocol.made()], style: style).text,
      ProtocolText(try SampleProtocol.made(), style: style).text,
      OpeningText(try SampleSession().file(upTo: 1), style: style).text,
    ].joined(separator: "\n\n========\n\n")
    try Golden.check(text, "lists-\(name).txt")
  }

  @Test(arguments: styles) func `answers each line`(style: Style, name: String) throws {
    try Golden.check(AnswerSamples().all(style), "answers-\(name).txt")
  }

  @Test(arguments: styles)
  func `prints a session from its opening to the patient's leaving`(
    style: Style,
    name: String
  )
    throws
  {
    try Golden.check(ScheduledSamples.all(style), "scheduled-\(name).txt")
  }

  @Test func `writes what is due and the criteria for leaving`() throws {
    let small = try ScheduledSession.small()
    let overdue = try ScheduledSession.overdue(under: small).file(asOf: "13:56")
    let now = overdue.assessment.asOf
    let left = try ScheduledSession.left(under: small).file(asOf: "15:40")
    try Golden.check(DueJSON([overdue], now: now).text, "due.json")
    try Golden.check(StatusJSON([overdue], now: now).text, "status-scheduled.json")
    try Golden.check(LeavingJSON(left).text, "leaving.json")
    try Golden.check(TimelineCSV(left).text, "timeline-scheduled.csv")
  }

  @Test func `writes documents and tables`() throws {
    let file = try SampleSession().file()
    let lists = try SampleLists()
    try Golden.check(TimelineJSON(file).text, "timeline.json")
    try Golden.check(SessionReportJSON(file).text, "report.json")
    try Golden.check(FlagListJSON(lists.flags).text, "flags.json")
    try Golden.check(EffectListJSON(lists.effects).text, "effects.json")
    try Golden.check(StatusJSON([lists.open], now: lists.now).text, "status.json")
    try Golden.check(PatientListJSON(lists.patients).text, "patients.json")
    try Golden.check(
      ProtocolJSON(try SampleProtocol.made()).text,
      "protocol-show.json"
    )
    try Golden.check(TimelineCSV(file).text, "timeline.csv")
    try Golden.check(FlagListCSV(lists.flags).text, "flags.csv")
    try Golden.check(EffectListCSV(lists.effects).text, "effects.csv")
    try Golden.check(SessionListCSV(lists.sessions).text, "sessions.csv")
    try Golden.check(PatientListCSV(lists.patients).text, "patients.csv")
  }
}
