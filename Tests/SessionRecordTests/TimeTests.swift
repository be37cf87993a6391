import SessionRecord
import Testing

@Suite struct TimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.999Z", -1),
    ("2000-02-29T12:00:00Z", 951_825_600_000), ("2026-11-19T14:05:00+01:00", 1_795_093_500_000),
    ("2026-11-19T14:05:00.250-05:30", 1_795_116_900_250),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000), ("9999-12-31T23:59:59Z", 253_402_300_799_000),
  ])
  func `writes and reads a moment as RFC 3339`(text: String, milliseconds: Int) throws {
    let stamp = try #require(Stamp(rfc3339: text))
    #expect(stamp.instant.milliseconds == milliseconds)
    #expect(stamp.rfc3339 == text)
  }

  @Test(arguments: [
    "", "2026-11-19", "2026-11-19T14:05:00", "2026-11-19 14:05:00Z", "2026-11-19T14:05Z",
    "2026-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-13-01T00:00:00Z",
    "2026-11-19T24:00:00Z", "2026-11-19T14:60:00Z", "2026-11-19T14:05:60Z",
    "2026-11-19T14:05:00.Z", "2026-11-19T14:05:00.1234Z", "2026-11-19T14:05:00+1:00",
    "2026-11-19T14:05:00+19:00", "2026-11-19T14:05:00+01:60", "2026-11-19T14:05:00Zx",
    "２０26-11-19T14:05:00Z", "1900-02-29T00:00:00Z",
  ])
  func `reads no other text as a moment`(text: String) { #expect(Stamp(rfc3339: text) == nil) }

  @Test func `goes from civil time to instants and back over centuries`() throws {
    for days in stride(from: -200_000, through: 200_000, by: 97) {
      for offset in [-1_080, -300, 0, 60, 330, 1_080] {
        let instant = Instant(milliseconds: days * 86_400_000 + 43_200_123)
        let civil = CivilTime(instant, offsetMinutes: offset)
        #expect(civil.instant(offsetMinutes: offset) == instant)
        #expect(CivilTime(date: civil.date)?.at(clock: civil.clockWithSeconds) != nil)
      }
    }
  }

  @Test func `knows which days there are`() {
    #expect(CivilTime(year: 2024, month: 2, day: 29) != nil)
    #expect(CivilTime(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilTime(year: 2100, month: 2, day: 29) == nil)
    #expect(CivilTime(year: 2026, month: 6, day: 31) == nil)
    #expect(CivilTime(year: 2026, month: 6, day: 30, hour: 24) == nil)
    #expect(CivilTime(year: 0, month: 1, day: 1) == nil)
    #expect(CivilTime(date: "2026-6-30") == nil)
    #expect(CivilTime(date: "2026-06-30")?.at(clock: "25:00") == nil)
    #expect(CivilTime(date: "2026-06-30")?.at(clock: "9:05") == nil)
  }

  @Test func `counts whole minutes towards the past`() {
    #expect(TimeSpan.seconds(179).wholeMinutes == 2)
    #expect(TimeSpan.seconds(180).wholeMinutes == 3)
    #expect(TimeSpan.seconds(0).wholeMinutes == 0)
    #expect(TimeSpan.seconds(-1).wholeMinutes == -1)
    #expect(TimeSpan.seconds(-60).wholeMinutes == -1)
    #expect(TimeSpan.seconds(-61).wholeMinutes == -2)
  }

  @Test func `marks an entry late after more than ten minutes`() throws {
    var log = Log()
    try log.add(.note("x"), observed: Log.at(0), recorded: Log.at(10))
    try log.add(.note("x"), observed: Log.at(0), recorded: Log.at(10, 1))
    try log.add(
      .note("x"),
      observed: Log.at(0),
      recorded: Log.at(60),
      source: .imported(document: "a.csv")
    )
    #expect(log.entries.map(\.isLate) == [false, true, false])
  }
}
