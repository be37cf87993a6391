import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// What surrounds the dose as people read it, and what nobody decided first.
struct AttendedGoldenTests {
  @Test(arguments: [80, 120]) func `prints the report and the open session`(width: Int) throws {
    let sample = try AttendedSession()
    let style = Style(width: width)
    let texts = [
      SessionReportText(sample.file, style: style).text,
      TimelineText(sample.file, style: style).text,
      StatusText([sample.held], now: sample.held.assessment.asOf, style: style).text,
    ]
    try Golden.check(texts.joined(separator: "\n\n========\n\n"), "attended-\(width).txt")
  }

  @Test func `writes its page, documents and table`() throws {
    let sample = try AttendedSession()
    let html = SessionReportHTML(sample.file, letterhead: try PageSamples.letterhead()).text
    try Golden.check(try PageGoldenTests.split(html).page, "attended.html")
    try Golden.check(SessionReportJSON(sample.file).text, "attended.json")
    try Golden.check(TimelineCSV(sample.file).text, "attended.csv")
  }

  // MARK: - What was measured before the dose

  private func row(_ values: [(clock: String, systolic: Int)], dosed: Bool = true) throws -> String
  {
    var session = try AssessedSession(under: SampleCourse.made())
    try session.add(
      "13:00",
      .screening(
        .findings([
          GateFinding(
            gate: GateID("g10"),
            level: .hard,
            answer: .notAsked,
            holds: false,
            basis: "by the readings before the dose"
          )
        ])
      )
    )
    for (clock, systolic) in values {
      try session.add(clock, try ScheduledSession.full(systolic, 80, 70))
    }
    if dosed { try session.add("13:30", try ScheduledSession.ketamine()) }
    let text = SessionReportText(try session.file(asOf: "13:35"), style: Style(width: 250)).text
    let line = text.split(separator: "\n").first { $0.hasPrefix("g10 ") }
    return try #require(line).split(separator: " ").joined(separator: " ").spaced
  }

  @Test func `a limit before the dose says how it stood`() throws {
    let over = "systolic at or over 180 mmHg"
    #expect(try row([]) == "g10 hard measured systolic pressure not measured before the dose")
    #expect(try row([], dosed: false) == "g10 hard measured systolic pressure not measured")
    #expect(try row([("13:05", 120)]) == "g10 hard measured never over before the dose")
    #expect(try row([("13:05", 120)], dosed: false) == "g10 hard measured not over so far")
    let back = try row([("13:05", 184), ("13:11", 138), ("13:14", 136)])
    #expect(back == "g10 hard measured \(over): 184 mmHg at 13:05, inside at 13:11")
    let held = try row([("13:05", 184), ("13:11", 186)])
    #expect(
      held
        == "g10 hard measured HELD \(over): 186 mmHg at 13:11, not back inside before the dose; not decided"
    )
  }

  @Test func `an open session that a limit holds says so in its status`() throws {
    let held = try AttendedSession().held
    func status(_ file: SessionFile) -> String {
      StatusText([file], now: held.assessment.asOf, style: Style(width: 250)).text.spaced
    }
    let lines = status(held).split(separator: "\n").filter { $0.contains("HOLD: ") }
    #expect(lines.count == 1)
    #expect(
      lines.first?.contains("vigil override S-2026-0119 g10 --because … --prescriber LH") == true
    )
    var clear = try AssessedSession(under: SampleCourse.made())
    try clear.add("13:05", try ScheduledSession.full(120, 80, 70))
    #expect(!status(try clear.file(asOf: "13:12")).contains("HOLD"))
  }
}
