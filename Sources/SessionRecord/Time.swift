/// A point in time: milliseconds of UTC since 1970.
///
/// What a person reads is made from it and an offset.
package struct Instant: Hashable, Comparable {
  package let milliseconds: Int

  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  package static func + (instant: Instant, span: TimeSpan) -> Instant {
    Instant(milliseconds: instant.milliseconds + span.milliseconds)
  }

  package static func - (instant: Instant, span: TimeSpan) -> Instant {
    Instant(milliseconds: instant.milliseconds - span.milliseconds)
  }

  package static func - (later: Instant, earlier: Instant) -> TimeSpan {
    TimeSpan(milliseconds: later.milliseconds - earlier.milliseconds)
  }
}

/// A length of time in milliseconds; may be negative (before time zero).
package struct TimeSpan: Hashable, Comparable {
  package let milliseconds: Int

  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  package static func seconds(_ count: Int) -> TimeSpan { TimeSpan(milliseconds: count * 1_000) }
  package static func minutes(_ count: Int) -> TimeSpan { TimeSpan(milliseconds: count * 60_000) }
  package static func hours(_ count: Int) -> TimeSpan { .minutes(count * 60) }

  package static func - (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(milliseconds: left.milliseconds - right.milliseconds)
  }

  package static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Whole minutes, towards the past: 2:59 is 2, −0:01 is −1.
  package var wholeMinutes: Int {
    milliseconds >= 0 ? milliseconds / 60_000 : -((-milliseconds + 59_999) / 60_000)
  }
}

/// An instant with the offset from UTC, in minutes, of the clock that a person read it from.
package struct Stamp: Hashable {
  package let instant: Instant
  /// Minutes east of UTC, −1080…1080.
  package let offsetMinutes: Int

  package init(_ instant: Instant, offsetMinutes: Int) {
    self.instant = instant
    self.offsetMinutes = offsetMinutes
  }

  package init(_ instant: Instant, in zone: Zone) {
    self.init(instant, offsetMinutes: zone.offsetMinutes(at: instant))
  }

  /// Calendar date and wall-clock time of the stamp.
  package var civil: CivilTime { CivilTime(instant, offsetMinutes: offsetMinutes) }

  /// RFC 3339 with milliseconds only where there are any: `2026-11-19T14:05:00+01:00`.
  package var rfc3339: String {
    let time = civil
    var text = "\(time.date)T\(time.clockWithSeconds)"
    if time.millisecond != 0 { text += "." + padded(time.millisecond, 3) }
    guard offsetMinutes != 0 else { return text + "Z" }
    let size = abs(offsetMinutes)
    return text + (offsetMinutes < 0 ? "-" : "+") + padded(size / 60, 2) + ":"
      + padded(size % 60, 2)
  }

  /// `14:05`, the clock a person reads.
  package var clock: String { civil.clock }
}

/// A calendar date and wall-clock time, without a zone.
package struct CivilTime: Hashable {
  package let year: Int
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int
  package let millisecond: Int

  /// Nil where there is no such date or time (31 June, 25:00).
  package init?(
    year: Int,
    month: Int,
    day: Int,
    hour: Int = 0,
    minute: Int = 0,
    second: Int = 0,
    millisecond: Int = 0
  ) {
    guard (1...9_999).contains(year), (1...12).contains(month),
      (1...CivilTime.days(inMonth: month, of: year)).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999).contains(millisecond)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  package init(_ instant: Instant, offsetMinutes: Int) {
    let local = instant.milliseconds + offsetMinutes * 60_000
    let dayNumber = local >= 0 ? local / 86_400_000 : -((-local + 86_399_999) / 86_400_000)
    let inDay = local - dayNumber * 86_400_000
    // Days to civil date, Howard Hinnant's algorithm: exact over the whole range.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    hour = inDay / 3_600_000
    minute = inDay / 60_000 % 60
    second = inDay / 1_000 % 60
    millisecond = inDay % 1_000
  }

  /// The instant at which a clock with this offset shows this time.
  package func instant(offsetMinutes: Int) -> Instant {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    let inDay = ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond
    return Instant(milliseconds: days * 86_400_000 + inDay - offsetMinutes * 60_000)
  }

  /// `2026-11-19`.
  package var date: String { padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }
  /// `14:05`.
  package var clock: String { padded(hour, 2) + ":" + padded(minute, 2) }
  /// `14:05:30`.
  package var clockWithSeconds: String { clock + ":" + padded(second, 2) }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A number with leading zeros, without a formatter.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
