import Monitoring
import Reports
import SessionRecord
import TestSupport
import Testing

/// Every view of a session with a flag of every kind that reckons, scores, combines or waits.
struct ScoredGoldenTests {
  @Test(arguments: [
    (Style(width: 80), "80"), (Style(width: 120), "120"),
    (Style(width: 80, ascii: true), "80-ascii"),
    (Style(width: 80, colour: true), "80-colour"),
  ])
  func `prints every kind of flag and score`(style: Style, name: String) throws {
    var session = try ScoredSession()
    session.adoption = try session.adopted()
    let file = try session.file()
    let flags = try listed(file)
    let text = [
      OpeningText(file, style: style).text,
      answer(file, style),
      StatusText([file], now: file.assessment.asOf, style: style).text,
      TimelineText(file, style: style).text,
      SessionReportText(file, style: style).text,
      FlagListText(flags, under: [.zero: session.rules], style: style).text,
      FlagListText(flags, style: style).text,
      ProtocolText(session.rules, adoption: session.adoption, style: style).text,
      ProtocolListText(
        [ListedProtocol(session.rules, adoption: session.adoption), ListedProtocol(session.rules)],
        style: style
      ).text,
    ].joined(separator: "\n\n========\n\n")
    try Golden.check(text, "scored-\(name).txt")
  }

  @Test func `writes every kind of flag and score`() throws {
    var session = try ScoredSession()
    session.adoption = try session.adopted()
    let file = try session.file()
    try Golden.check(SessionReportJSON(file).text, "scored-report.json")
    try Golden.check(
      ProtocolJSON(session.rules, adoption: session.adoption).text,
      "scored-protocol.json"
    )
    try Golden.check(TimelineCSV(file).text, "scored-timeline.csv")
    try Golden.check(FlagListCSV(try listed(file)).text, "scored-flags.csv")
  }

  private func listed(_ file: SessionFile) throws -> [SessionFlag] {
    file.assessment.flags.map {
      SessionFlag(session: file.session, flag: $0, offsetMinutes: 60)
    }
  }

  /// As if nothing had been known of it.
  private func answer(_ file: SessionFile, _ style: Style) -> String {
    let known = file.assessment
    let nothing = Assessment(
      chart: known.chart,
      asOf: known.asOf,
      timeZero: known.timeZero,
      baseline: [:],
      extremes: [:],
      flags: []
    )
    return AnswerText(
      file,
      new: file.log.map(\.number),
      changes: FlagChanges(before: nothing, after: known),
      style: style
    ).text
  }
}
