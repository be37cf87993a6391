import SessionRecord
import Shorthand
import Testing

@Suite("The clock of a paper chart")
struct PaperClockTests {
  private static let berlin = Zone(named: "Europe/Berlin") ?? .utc

  private func instant(_ text: String) throws -> Instant {
    try #require(Stamp(rfc3339: text)).instant
  }

  private func read(
    _ clock: String,
    dated date: String = "2026-11-18",
    after: String? = nil,
    now: String = "2026-11-26T09:00:00+01:00"
  ) throws -> String {
    try LineContext(
      now: instant(now),
      zone: Self.berlin,
      vocabulary: Bedside.vocabulary,
      reach: nil,
      paper: PaperClock(
        date: #require(CivilTime(date: date)),
        after: try after.map { try instant($0) }
      )
    ).stamp(of: clock).rfc3339
  }

  @Test(arguments: [
    ("13:05", nil, "2026-11-18T13:05:00+01:00"),
    ("1305", nil, "2026-11-18T13:05:00+01:00"),
    ("00:00", nil, "2026-11-18T00:00:00+01:00"),
    // Over midnight: more than twelve hours before the line before it is the next day.
    ("00:10", "2026-11-18T23:50:00+01:00", "2026-11-19T00:10:00+01:00"),
    ("11:49", "2026-11-18T23:50:00+01:00", "2026-11-19T11:49:00+01:00"),
    ("11:50", "2026-11-18T23:50:00+01:00", "2026-11-18T11:50:00+01:00"),
    ("01:10", "2026-11-19T00:50:00+01:00", "2026-11-19T01:10:00+01:00"),
    // And back to a line that was forgotten, but never before the chart's date.
    ("23:55", "2026-11-19T00:20:00+01:00", "2026-11-18T23:55:00+01:00"),
    ("21:30", "2026-11-18T08:00:00+01:00", "2026-11-18T21:30:00+01:00"),
  ])
  func `shows times of its date, from line to line`(
    _ clock: String,
    _ after: String?,
    _ meant: String
  ) throws {
    #expect(try read(clock, after: after) == meant)
  }

  @Test func `asks for the offset where clocks went back, and knows no time that they skipped`()
    throws
  {
    #expect(throws: LineRefusal.self) { try read("02:30", dated: "2026-10-25") }
    #expect(try read("02:30+02:00", dated: "2026-10-25") == "2026-10-25T02:30:00+02:00")
    #expect(try read("02:30+01:00", dated: "2026-10-25") == "2026-10-25T02:30:00+01:00")
    #expect(throws: LineRefusal.self) { try read("02:30", dated: "2026-03-29") }
    #expect(try read("03:00", dated: "2026-03-29") == "2026-03-29T03:00:00+02:00")
  }

  @Test func `is never ahead`() throws {
    #expect(throws: LineRefusal.time(.inFuture("09:01", now: "09:00"))) {
      try read("09:01", dated: "2026-11-26")
    }
    #expect(try read("09:00", dated: "2026-11-26") == "2026-11-26T09:00:00+01:00")
  }

  @Test func `counts nothing back from now`() throws {
    #expect(throws: LineRefusal.time(.notOnPaper("-3m"))) { try read("-3m") }
  }
}
