import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// A flag that time alone raised is told like any other, with the time at which it was raised.
struct OverdueFlagTests {
  @Test func `an answer tells what became overdue since the last entry`() throws {
    var session = try ScheduledSession.overdue()
    try session.add("13:57", .note("calm"))
    let answer = try session.answer(asOf: "13:57").spaced
    #expect(
      answer.contains(
        "●1 flag 1 raised 13:55, medium priority (process): blood pressure and heart rate "
          + "overdue, due at T+20\n"
      )
    )
    #expect(answer.contains("OVERDUE since 13:55: blood pressure and heart rate"))
    try session.add("13:58", .note("still calm"))
    #expect(try !session.answer(asOf: "13:58").contains("flag 1"))
  }

  @Test func `an answer tells that the set which it stores clears it`() throws {
    var session = try ScheduledSession.overdue()
    try session.add("13:57", .note("calm"))
    try session.add("14:05", try ScheduledSession.full(136, 84, 78))
    let answer = try session.answer(asOf: "14:05").spaced
    #expect(
      answer.contains(
        "●1 flag 1 cleared 14:05, after 10 min: blood pressure and heart rate overdue, due at T+20"
      )
    )
  }

  @Test func `one that was never told is told as retracted by the late set that keeps its slot`()
    throws
  {
    var session = try ScheduledSession.overdue()
    try session.log(late: "13:51", try ScheduledSession.full(130, 80, 75), recorded: "13:58")
    let answer = try session.answer(asOf: "13:58").spaced
    #expect(
      answer.contains(
        "●1 flag 1, raised 13:55, retracted by #17: blood pressure and heart rate overdue, due at "
          + "T+20\n"
      )
    )
    #expect(!answer.contains("flag 1 raised"))
    // The symptoms were not looked for, so theirs stands.
    #expect(answer.contains("flag 2 raised 13:55"))
  }

  @Test func `a session of which nothing is heard says that it is not closed`() throws {
    var session = try AssessedSession.builtIn()
    try session.add("13:05", try ScheduledSession.full(124, 78, 72))
    let next = try session.log.at("13:05") + .hours(12)
    try session.addAt(next + .minutes(1), .note("found open"))
    let answer = try session.answer(at: next + .minutes(1)).spaced
    #expect(
      answer.contains(
        "raised 01:05, low priority (process): not closed: nothing entered for 12 hours"
      )
    )
  }

  @Test func `a list, a document and a table say what raised it`() throws {
    let file = try ScheduledSession.recovered().file(asOf: "15:15")
    let found = file.assessment.flags.map {
      SessionFlag(session: file.session, flag: $0, offsetMinutes: 60)
    }
    let json = FlagListJSON(found).text
    #expect(json.contains(#""kind": "slot",\#n          "minutes": 20"#))
    #expect(json.contains(#""entry": null,"#))
    let rows = FlagListCSV(found).text.split(separator: "\r\n").map(String.init)
    #expect(rows.contains { $0.contains(",slot,20,,,,") })
    #expect(rows.contains { $0.contains(",entry,,21,4,21,4,") })
    let text = FlagListText(found, style: Style(width: 200)).text
    #expect(text.contains("blood pressure and heart rate overdue, due at T+20"))
    #expect(text.contains("4 process flags in 1 session (1 medium, 3 low)"))
  }

  @Test func `a baseline that is overdue is said to be one`() throws {
    let file = try ScheduledSession.beforeDose().file(asOf: "13:20")
    let flag = try #require(file.assessment.flags.first)
    #expect(
      FlagJSON(flag: flag, clock: SessionClock(file.zone)).value.text.contains(
        #""kind": "baseline""#
      )
    )
    let text = TimelineText(file, style: Style(width: 200)).text.spaced
    #expect(
      text.contains("●1 flag 1 raised, low priority (process): baseline of dissociation overdue\n")
    )
  }
}
