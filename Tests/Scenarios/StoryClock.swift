import SessionRecord

/// The clock on the wall of a story: its day, its zone, and how a time is written in it.
struct StoryClock {
  let date: CivilTime
  let zone: Zone

  /// `14:06`, `14:06:30`, `day+1 09:00`, and `02:30+02:00` in the hour that autumn repeats.
  func instant(_ text: String) throws(StoryDefect) -> Instant {
    var clock = text[...]
    var days = 0
    if clock.hasPrefix("day+") {
      let parts = clock.dropFirst(4).split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let count = Int(parts[0]) else {
        throw StoryDefect("no time: \(text)")
      }
      days = count
      clock = parts[1]
    }
    var offset: Int?
    if let sign = clock.firstIndex(where: { $0 == "+" || $0 == "-" }) {
      let parts = clock[sign...].dropFirst().split(separator: ":").compactMap { Int($0) }
      guard parts.count == 2 else { throw StoryDefect("no offset: \(text)") }
      offset = (clock[sign] == "-" ? -1 : 1) * (parts[0] * 60 + parts[1])
      clock = clock[..<sign]
    }
    let day = CivilTime(date.instant(offsetMinutes: 0) + .hours(24 * days), offsetMinutes: 0)
    guard let civil = day.at(clock: String(clock)) else { throw StoryDefect("no time: \(text)") }
    let instants = zone.instants(showing: civil)
    guard let offset else {
      guard instants.count == 1 else { throw StoryDefect("\(text) comes \(instants.count) times") }
      return instants[0]
    }
    guard let instant = instants.first(where: { zone.offsetMinutes(at: $0) == offset }) else {
      throw StoryDefect("the clock never shows \(text)")
    }
    return instant
  }

  /// As it is written in a story: seconds, day and offset only where they are needed.
  func text(_ instant: Instant) -> String {
    let stamp = Stamp(instant, in: zone)
    let civil = stamp.civil
    let midnight = CivilTime(year: civil.year, month: civil.month, day: civil.day) ?? civil
    let days =
      (midnight.instant(offsetMinutes: 0) - date.instant(offsetMinutes: 0)).wholeMinutes / 1_440
    let clock = civil.second == 0 ? civil.clock : civil.clockWithSeconds
    let offset = zone.instants(showing: civil).count > 1 ? stamp.rfc3339.suffix(6) : ""
    return (days == 0 ? "" : "day+\(days) ") + clock + offset
  }
}

/// What is wrong with a story or an expectation itself; never with the program.
struct StoryDefect: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
