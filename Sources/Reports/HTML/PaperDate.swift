import SessionRecord

/// A date as paper says it, with its month spelled: `19 Nov 2026`, which no country reads otherwise.
enum PaperDate {
  static func date(_ civil: CivilTime) -> String {
    "\(civil.day)\u{A0}\(short(civil.month))\u{A0}\(civil.year)"
  }

  /// `Thursday 19 November 2026`.
  static func whole(_ civil: CivilTime) -> String {
    "\(weekday(civil)) \(civil.day)\u{A0}\(months[civil.month - 1])\u{A0}\(civil.year)"
  }

  /// Of a date that is kept as text: `1984-03-12`; as it stands where it is none.
  static func date(_ stored: String) -> String {
    let parts = stored.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3,
      let civil = CivilTime(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return stored }
    return date(civil)
  }

  /// `19 Nov 2026 15:40 +01:00`.
  static func stamp(_ stamp: Stamp) -> String {
    "\(date(stamp.civil)) \(stamp.clock) \(SessionClock.words(offset: stamp.offsetMinutes))"
  }

  /// The first three letters of the month, which no two share.
  private static func short(_ month: Int) -> String { String(months[month - 1].prefix(3)) }

  private static func weekday(_ civil: CivilTime) -> String {
    // Day 0 of 1970 was a Thursday.
    let day = 86_400_000
    let noon = civil.instant(offsetMinutes: 0).milliseconds
    let number = noon >= 0 ? noon / day : -((-noon + day - 1) / day)
    return weekdays[((number % 7) + 7) % 7]
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday",
  ]
}
