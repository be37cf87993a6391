import SessionRecord

/// A day or a moment given as an option.
enum Moment {
  /// `2026-11-19` begins that day in the zone; RFC 3339 is that moment.
  private static func begin(_ text: String, option: String, in zone: Zone) throws -> Instant {
    if let stamp = Stamp(rfc3339: text) { return stamp.instant }
    return start(of: try day(text, option: option), in: zone)
  }

  /// `2026-11-19` ends with that day, a millisecond before the next one: no moment is in two days.
  private static func end(_ text: String, option: String, in zone: Zone) throws -> Instant {
    if let stamp = Stamp(rfc3339: text) { return stamp.instant }
    let midnight = try day(text, option: option).instant(offsetMinutes: 0)
    let next = CivilTime(midnight + .hours(24), offsetMinutes: 0)
    return start(of: next, in: zone) - TimeSpan(milliseconds: 1)
  }

  /// A span given by two options, either of them open; the other way round it is refused.
  static func span(
    since: String?,
    until: String?,
    in zone: Zone
  ) throws -> (since: Instant?, until: Instant?) {
    let first = try since.map { try begin($0, option: "--since", in: zone) }
    let last = try until.map { try end($0, option: "--until", in: zone) }
    // Days are compared as days: one that the calendar left out ends before it begins.
    let isReversed: Bool
    if let day = since.flatMap(CivilTime.init(date:)),
      let end = until.flatMap(CivilTime.init(date:))
    {
      isReversed = end.date < day.date
    } else if let first, let last {
      isReversed = last < first
    } else {
      isReversed = false
    }
    guard !isReversed else { throw CommandRefusal.untilBeforeSince }
    return (first, last)
  }

  private static func day(_ text: String, option: String) throws -> CivilTime {
    guard let day = CivilTime(date: text) else { throw CommandRefusal.notAMoment(option, text) }
    return day
  }

  /// The first moment at which the zone's calendar shows this day or, where it never does, a later
  /// one: where the clock skips midnight, that is when it skips it.
  private static func start(of day: CivilTime, in zone: Zone) -> Instant {
    if let midnight = zone.instants(showing: day).first { return midnight }
    let guess = day.instant(offsetMinutes: 0)
    let midnights = [-24, 24].map {
      day.instant(offsetMinutes: zone.offsetMinutes(at: guess + .hours($0)))
    }
    // With the offset that comes after, midnight is before the skip; with the one before, behind it.
    var before = min(midnights[0], midnights[1]).milliseconds
    var since = max(midnights[0], midnights[1]).milliseconds
    while since - before > 1 {
      let middle = Instant(milliseconds: before + (since - before) / 2)
      if Stamp(middle, in: zone).civil.date < day.date {
        before = middle.milliseconds
      } else {
        since = middle.milliseconds
      }
    }
    return Instant(milliseconds: since)
  }
}
