import SessionRecord
import Testing

@testable import Exchange

@Suite struct FileClockTests {
  private func observed(
    _ time: String,
    date: String? = nil,
    zone: String = "Europe/Berlin"
  ) throws -> String {
    try #require(Table("time,systolic\n\(time),140\n", date: date, zone: zone).rows.first)
      .observed.rfc3339
  }

  private func refusal(
    _ time: String,
    date: String? = nil,
    zone: String = "Europe/Berlin"
  ) throws -> String {
    let refusal = try #require(throws: ImportRefusal.self) {
      try Table("time,systolic\n\(time),140\n", date: date, zone: zone)
    }
    guard case .lines(_, let lines) = refusal, let only = lines.first else {
      return refusal.description
    }
    return "\(only.number): \(only.sentence)"
  }

  @Test(arguments: [
    ("2026-11-19T14:05:00+01:00", "2026-11-19T14:05:00+01:00"),
    ("2026-11-19T13:05:00Z", "2026-11-19T14:05:00+01:00"),
    ("2026-11-19t13:05:00z", "2026-11-19T14:05:00+01:00"),
    ("2026-11-19T08:05:00.25-05:00", "2026-11-19T14:05:00.250+01:00"),
    ("2026-07-19T12:05:00Z", "2026-07-19T14:05:00+02:00"),
    ("1999-12-31T23:59:59Z", "2000-01-01T00:59:59+01:00"),
  ])
  func `reads a moment with its offset, on the zone's clock`(
    _ written: String,
    _ observed: String
  ) throws {
    #expect(try self.observed(written) == observed)
    // A day for the times without one changes nothing in those that have it.
    #expect(try self.observed(written, date: "2026-01-01") == observed)
  }

  @Test(arguments: [
    ("14:05", "2026-11-19T14:05:00+01:00"), ("14:05:30", "2026-11-19T14:05:30+01:00"),
    ("00:00", "2026-11-19T00:00:00+01:00"), ("23:59:59", "2026-11-19T23:59:59+01:00"),
  ])
  func `reads a clock time on the day that was given`(_ written: String, _ observed: String) throws
  {
    #expect(try self.observed(written, date: "2026-11-19") == observed)
  }

  @Test func `refuses the hour that spring skips and the one that autumn repeats`() throws {
    #expect(try observed("01:59:59", date: "2026-03-29") == "2026-03-29T01:59:59+01:00")
    #expect(
      try refusal("02:00", date: "2026-03-29")
        == "2: there is no 02:00 on 2026-03-29 in Europe/Berlin: the clock skips it"
    )
    #expect(try refusal("02:59:59", date: "2026-03-29").contains("the clock skips it"))
    #expect(try observed("03:00", date: "2026-03-29") == "2026-03-29T03:00:00+02:00")

    #expect(try observed("01:59:59", date: "2026-10-25") == "2026-10-25T01:59:59+02:00")
    #expect(
      try refusal("02:30", date: "2026-10-25")
        == "2: 02:30 comes twice on 2026-10-25 in Europe/Berlin; "
        + "write 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00"
    )
    #expect(try observed("03:00", date: "2026-10-25") == "2026-10-25T03:00:00+01:00")
    // With its offset each of the two is itself.
    #expect(try observed("2026-10-25T02:30:00+02:00") == "2026-10-25T02:30:00+02:00")
    #expect(try observed("2026-10-25T02:30:00+01:00") == "2026-10-25T02:30:00+01:00")
  }

  @Test func `refuses a time without a day where none was given`() throws {
    #expect(try refusal("14:05") == "2: “14:05” has no date; give --date and --zone")
  }

  @Test(arguments: [
    "24:00", "14:60", "14:05:60", "2:05", "1405", "14.05", "2 pm", "14:05+01:00", "２:05",
    "2026-11-19", "2026-11-19T14:05:00", "2026-11-19 14:05:00+01:00", "2026-02-30T14:05:00Z",
    "2026-11-19T14:05Z", "2026-11-19T14:05:00+19:00", "19.11.2026 14:05", "1763561100", "☺☺☺☺☺",
  ])
  func `refuses what is not a time`(_ written: String) throws {
    #expect(
      try refusal(written, date: "2026-11-19")
        == "2: “\(written)” is not a time; write 2026-11-19T14:05:00+01:00, or 14:05 with --date"
    )
  }

  @Test func `refuses what has not happened yet`() throws {
    #expect(try observed("2027-01-01T00:00:00Z") == "2027-01-01T01:00:00+01:00")
    #expect(
      try refusal("2027-01-01T00:00:00.001Z") == "2: 2027-01-01T00:00:00.001Z is in the future"
    )
    #expect(
      try refusal("2144-03-01T10:00:00Z") == "2: 2144-03-01T10:00:00Z is in the future"
    )
    #expect(try refusal("10:00", date: "2144-03-01") == "2: 10:00 is in the future")
  }

  @Test func `refuses a row without a time`() throws {
    #expect(try refusal("") == "2: the time is empty")
  }
}
