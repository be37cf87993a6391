package import SessionRecord

/// The clock of a paper chart: a date at its head, and times from line to line.
package struct PaperClock: Hashable {
  /// The chart's date.
  package let date: CivilTime
  /// When the line before was observed; nil for the first line.
  package let after: Instant?

  package init(date: CivilTime, after: Instant?) {
    self.date = date
    self.after = after
  }

  /// The showing of a clock time that is meant: on the day of the line before it, and across midnight
  /// where it would else be more than twelve hours from that line; never before the chart's date.
  func showing(_ clock: ClockTime, in zone: Zone) -> ShownTime {
    let day = PaperClock.noon(of: date, in: zone)
    guard let after else { return ShownTime(clock, onDayOf: day, plus: 0, in: zone) }
    let same = ShownTime(clock, onDayOf: after, plus: 0, in: zone)
    let distance = same.guess - after
    if distance < .hours(-12) { return ShownTime(clock, onDayOf: after, plus: 1, in: zone) }
    guard distance > .hours(12), date.date < same.time.date else { return same }
    return ShownTime(clock, onDayOf: after, plus: -1, in: zone)
  }

  private static func noon(of date: CivilTime, in zone: Zone) -> Instant {
    let guess = date.instant(offsetMinutes: 0) + .hours(12)
    return guess - .minutes(zone.offsetMinutes(at: guess))
  }
}
