import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// Where time zero moves, every slot and every count of minutes moves with it, and the answer says so.
struct TimeZeroTests {
  private let moved = "Time zero moved from 13:15 to "

  @Test func `a correction of the dose's time says from when to when time zero moved`() throws {
    var session = try HandPlan.dosed()
    try session.correct("13:30", 3, to: try ScheduledSession.ketamine(), observed: "13:20")
    let answer = try session.answer(asOf: "13:30")
    #expect(answer.contains("\n\(moved)13:20, and the schedule with it.\n"))
  }

  @Test func `without a schedule nothing is said of one`() throws {
    var session = try AssessedSession()
    try session.add("13:15", try ScheduledSession.ketamine())
    try session.correct("13:30", 2, to: try ScheduledSession.ketamine(), observed: "13:20")
    #expect(try session.answer(asOf: "13:30").contains("\n\(moved)13:20.\n"))
  }

  @Test func `a dose at once after an infusion that nobody started moves it, and is told so`()
    throws
  {
    var session = try HandPlan.dosed()
    try session.add(
      "15:00",
      .dose(
        try Dose(
          drug: "ketamine",
          amount: try Amount(thousandths: 10_000, .milligram),
          route: .intravenous
        )
      )
    )
    #expect(
      try session.answer(asOf: "15:00").contains("\n\(moved)15:00, and the schedule with it.\n")
    )
  }

  @Test func `the dose itself moves nothing, nor does a withdrawal of the only one`() throws {
    var session = try HandPlan.dosed()
    #expect(try !session.answer(asOf: "13:15").contains("Time zero moved"))
    try session.add("13:16", .void(Voiding(of: EntryNumber(3), reason: .undone)))
    #expect(try !session.answer(asOf: "13:16").contains("Time zero moved"))
  }
}
