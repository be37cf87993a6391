import Monitoring
import Reports
import SessionRecord
import Testing

/// That a flag was confirmed, when and by what, is told also after it has cleared.
struct ConfirmedFlagTests {
  /// 185 at 13:05, a second reading, and two inside that clear it.
  private func session(second: String?) throws -> AssessedSession {
    var session = try AssessedSession()
    try session.add("13:05", try set(185, 90, 70, 98))
    if let second { try session.add(second, try set(186, 90, 70, 98)) }
    try session.add("13:20", try set(150, 90, 70, 98))
    try session.add("13:22", try set(151, 90, 70, 98))
    return session
  }

  @Test(arguments: [
    ("13:11", "confirmed by repeat 13:11", "2026-11-19T13:11:00+01:00"),
    (nil, "confirmed (not repeated) 13:15", "2026-11-19T13:15:00+01:00"),
  ]) func `stays when it has cleared`(second: String?, words: String, time: String) throws {
    let file = try session(second: second).file()
    let style = Style(width: 200)
    let flag = try #require(file.assessment.flags.first)
    #expect(flag.state.clearedAt == (try SampleLog().at("13:22")))
    let timeline = TimelineText(file, style: style).text
    #expect(timeline.contains("flag 1 raised, medium priority: systolic"))
    #expect(timeline.contains("185 mmHg, unconfirmed"))
    #expect(timeline.contains("▲1 \(words), now high priority: systolic"))
    #expect(SessionReportText(file, style: style).text.contains("high priority, \(words), cleared"))
    for text in [SessionReportJSON(file).text, TimelineJSON(file).text] {
      #expect(text.contains(#""confirmed": "\#(time)""#))
    }
    // Across sessions too.
    let found = SessionFlag(session: file.session, flag: flag, offsetMinutes: 60)
    #expect(FlagListJSON([found]).text.contains(#""confirmed": "\#(time)""#))
    #expect(FlagListCSV([found]).text.contains(",\(time),"))
  }

  @Test func `is at once where no repeat is asked for, also with a second reading`() throws {
    var session = try AssessedSession.builtIn()
    try session.add("13:05", try set(205, 90, 70, 98))
    try session.add("13:11", try set(206, 90, 70, 98))
    try session.add("13:20", try set(150, 90, 70, 98))
    try session.add("13:22", try set(151, 90, 70, 98))
    let file = try session.file()
    let flag = try #require(
      file.assessment.flags.first { $0.identity.rule.text == "bp.extreme.sys" }
    )
    #expect(flag.confirmed == flag.raised)
    let lines = TimelineText(file, style: Style(width: 200)).text.split(separator: "\n")
      .filter { $0.contains("▲\(flag.number) ") && !$0.contains("│") }
    #expect(lines.first?.contains("confirmed at once") == true)
    #expect(!lines.dropFirst().contains { $0.contains("confirmed") })
  }

  @Test func `is none where it was cleared on repeat`() throws {
    var session = try AssessedSession()
    try session.add("13:05", try set(185, 90, 70, 98))
    try session.add("13:10", try set(150, 90, 70, 98))
    let file = try session.file()
    let flag = try #require(file.assessment.flags.first)
    #expect(flag.confirmed == nil)
    let text = TimelineText(file, style: Style(width: 200)).text
    #expect(text.contains("185 mmHg, unconfirmed"))
    #expect(!text.contains("confirmed by"))
  }

  @Test func `is not yet where it waits`() throws {
    var session = try AssessedSession()
    try session.add("13:05", try set(185, 90, 70, 98))
    let text = TimelineText(try session.file(asOf: "13:06"), style: Style(width: 200)).text
    #expect(text.contains("flag 1 raised, medium priority: systolic at or over 180 mmHg: 185 mmHg"))
    #expect(text.contains("185 mmHg, unconfirmed"))
  }
}
