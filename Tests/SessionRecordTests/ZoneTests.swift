import SessionRecord
import Testing

@Suite struct ZoneTests {
  private func shown(_ clock: String, on date: String, in name: String) throws -> [String] {
    let zone = try #require(Zone(named: name))
    let time = try #require(CivilTime(date: date)?.at(clock: clock))
    return zone.instants(showing: time).map { Stamp($0, in: zone).rfc3339 }
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-03-29", "01:59:59", ["2026-03-29T01:59:59+01:00"]),
    ("Europe/Berlin", "2026-03-29", "02:00:00", []),
    ("Europe/Berlin", "2026-03-29", "02:59:59", []),
    ("Europe/Berlin", "2026-03-29", "03:00:00", ["2026-03-29T03:00:00+02:00"]),
    ("Europe/Berlin", "2026-10-25", "01:59:59", ["2026-10-25T01:59:59+02:00"]),
    (
      "Europe/Berlin", "2026-10-25", "02:00:00",
      ["2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00"]
    ),
    (
      "Europe/Berlin", "2026-10-25", "02:59:59",
      ["2026-10-25T02:59:59+02:00", "2026-10-25T02:59:59+01:00"]
    ),
    ("Europe/Berlin", "2026-10-25", "03:00:00", ["2026-10-25T03:00:00+01:00"]),
    ("America/New_York", "2026-03-08", "02:30:00", []),
    ("America/New_York", "2026-03-08", "03:00:00", ["2026-03-08T03:00:00-04:00"]),
    (
      "America/New_York", "2026-11-01", "01:30:00",
      ["2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00"]
    ),
    ("America/New_York", "2026-11-01", "02:00:00", ["2026-11-01T02:00:00-05:00"]),
    ("UTC", "2026-10-25", "02:30:00", ["2026-10-25T02:30:00Z"]),
  ])
  func `finds every moment at which the clock showed a time`(
    zone: String,
    date: String,
    clock: String,
    expected: [String]
  ) throws {
    #expect(try shown(clock, on: date, in: zone) == expected)
  }

  @Test(arguments: ["Europe/Berlin", "America/New_York"])
  func `goes there and back for every quarter of an hour of a year`(name: String) throws {
    let zone = try #require(Zone(named: name))
    var skipped = 0
    var doubled = 0
    for quarter in 0..<365 * 96 {
      let instant = Instant(milliseconds: 1_767_225_600_000) + .minutes(15 * quarter)
      let stamp = Stamp(instant, in: zone)
      let showing = zone.instants(showing: stamp.civil)
      #expect(showing.contains(instant))
      if showing.count == 2 { doubled += 1 }
      // The same clock time an hour on may be one that is skipped.
      let later = stamp.civil.instant(offsetMinutes: 0) + .hours(1)
      if zone.instants(showing: CivilTime(later, offsetMinutes: 0)).isEmpty { skipped += 1 }
    }
    #expect(doubled == 8)
    #expect(skipped == 4)
  }

  @Test func `knows no zone that this machine does not`() {
    #expect(Zone(named: "Europe/Atlantis") == nil)
    #expect(Zone.utc.offsetMinutes(at: Instant(milliseconds: 0)) == 0)
  }
}
