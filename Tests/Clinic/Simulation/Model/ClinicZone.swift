import SessionRecord

/// A zone by the rule of its summer time, reckoned without any table of zones.
enum ClinicZone: CaseIterable {
  case berlin
  case newYork
  case utc

  var name: String {
    switch self {
    case .berlin: "Europe/Berlin"
    case .newYork: "America/New_York"
    case .utc: "UTC"
    }
  }

  func stamp(_ instant: Instant) -> Stamp {
    Stamp(instant, offsetMinutes: offsetMinutes(at: instant))
  }

  private func offsetMinutes(at instant: Instant) -> Int {
    let year = CivilTime(instant, offsetMinutes: 0).year
    switch self {
    case .utc: return 0
    case .berlin:
      // From the last Sunday of March to the last of October, at 01:00 of UTC.
      let begins = ClinicZone.sunday(onOrBefore: 31, of: 3, year, hour: 1)
      let ends = ClinicZone.sunday(onOrBefore: 31, of: 10, year, hour: 1)
      return begins <= instant && instant < ends ? 120 : 60
    case .newYork:
      // From the second Sunday of March to the first of November, at 02:00 as the clock shows then.
      let begins = ClinicZone.sunday(onOrBefore: 14, of: 3, year, hour: 7)
      let ends = ClinicZone.sunday(onOrBefore: 7, of: 11, year, hour: 6)
      return begins <= instant && instant < ends ? -240 : -300
    }
  }

  private static func sunday(onOrBefore day: Int, of month: Int, _ year: Int, hour: Int) -> Instant
  {
    guard let civil = CivilTime(year: year, month: month, day: day, hour: hour) else {
      preconditionFailure("\(year)-\(month)-\(day) is a day")
    }
    let last = civil.instant(offsetMinutes: 0)
    // 1 January 1970 was a Thursday.
    let days = last.milliseconds / 86_400_000
    return last - .hours(24 * ((days + 4) % 7))
  }
}
