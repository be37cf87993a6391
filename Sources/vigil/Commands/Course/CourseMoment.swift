import SessionRecord

/// When something of a course was, given as an option.
enum CourseMoment {
  /// `14:05` is of today, `2026-11-19 14:05` of that day, by the zone's clock; RFC 3339 is that moment.
  ///
  /// A time that the clock showed twice, or never, is refused: with an offset it is one moment.
  static func read(_ text: String, in zone: Zone, now: Instant) throws -> Stamp {
    if let stamp = Stamp(rfc3339: text) { return Stamp(stamp.instant, in: zone) }
    let parts = text.split { $0 == " " || $0 == "T" }.map(String.init)
    let today = Stamp(now, in: zone).civil
    let time: CivilTime?
    switch parts.count {
    case 1: time = today.at(clock: parts[0])
    case 2: time = CivilTime(date: parts[0])?.at(clock: parts[1])
    default: time = nil
    }
    guard let time else { throw CourseOptionRefusal.notAMoment(text) }
    let instants = zone.instants(showing: time)
    guard let instant = instants.first else { throw CourseOptionRefusal.noSuchTime(text) }
    guard instants.count == 1 else {
      throw CourseOptionRefusal.twice(text, instants.map { Stamp($0, in: zone) })
    }
    return Stamp(instant, in: zone)
  }
}
