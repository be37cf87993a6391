import Monitoring
import Reports
import SessionRecord
import Testing

/// A session whose clock was set back by an hour at 14:04, between two readings, as a clinician reads it.
struct SteppedClockGoldenTests {
  /// As it was written: 13:05 stands after 13:50.
  private func written() throws -> AssessedSession {
    var session = try ScheduledSession.running()
    try session.add(
      "13:50",
      try vitals([.spo2: 97, .respiratoryRate: 14, .moaas: 5])
    )
    try session.add("13:04", .clockStep(try #require(ClockStep(by: .hours(-1)))))
    try session.add("13:04", try ScheduledSession.full(136, 84, 78))
    return session
  }

  private func file(_ log: [Entry], of session: AssessedSession, asOf: String) throws -> SessionFile
  {
    let known = try session.file(asOf: asOf)
    return SessionFile(
      session: known.session.beside(log),
      patient: known.patient,
      monitoringProtocol: known.monitoringProtocol,
      log: log,
      assessment: assess(log, under: known.monitoringProtocol, asOf: try session.log.at(asOf)),
      zone: known.zone
    )
  }

  /// For what looks at every view: the session as it is read, still open.
  static func view() throws -> EveryView {
    let tests = SteppedClockGoldenTests()
    let session = try tests.written()
    let file = try tests.file(session.log.entries.onOneClock(), of: session, asOf: "13:12")
    return EveryView(file, open: file)
  }

  @Test(arguments: [80, 120]) func `prints all of it by the clock as it is now`(width: Int) throws {
    let style = Style(width: width)
    let session = try written()
    let log = session.log.entries.onOneClock()
    let file = try file(log, of: session, asOf: "13:12")
    let before = assess(
      Array(log.dropLast(2)),
      under: file.monitoringProtocol,
      asOf: try session.log.at("12:50")
    )
    let texts = [
      AnswerText(
        file,
        new: log.suffix(2).map(\.number),
        changes: FlagChanges(before: before, after: file.assessment),
        style: style
      ).text,
      StatusText([file], now: file.assessment.asOf, style: style).text,
      TimelineText(file, style: style).text,
      SessionReportText(file, style: style).text,
    ]
    let text = texts.joined(separator: "\n\n========\n\n")
    #expect(text.contains("set back by 60 min"))
    try Golden.check(text, "clock-set-back-\(width).txt")
  }

  @Test(arguments: [
    (-59_999_600, "set back by 16 h 40 min"), (3_599_940, "set forward by 60 min"),
    (-90_000, "set back by 1 min 30 s"), (2_001, "set forward by 2 s"),
    (-59_600, "set back by 1 min"), (86_400_000, "set forward by 24 h"),
    (-1_794_923_000_000, "set back by 20774 d 13 h"),
  ])
  func `says by how much, to the second where that says more`(
    milliseconds: Int,
    words: String
  ) throws {
    var session = try AssessedSession()
    let step = try #require(ClockStep(by: TimeSpan(milliseconds: milliseconds)))
    try session.add("13:05", .clockStep(step))
    let answer = try session.answer(asOf: "13:06").split(whereSeparator: \.isWhitespace)
    #expect(answer.joined(separator: " ").contains(words))
  }
}
