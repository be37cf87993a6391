import SessionRecord

/// A clock time on one calendar day of a zone, and when the zone's clock showed it.
struct ShownTime {
  let time: CivilTime
  /// None where clocks skipped it, two where they went back over it.
  let instants: [Instant]
  /// Roughly when: exact but for a change of clocks.
  let guess: Instant
  let offset: Int?

  init(_ clock: ClockTime, onDayOf moment: Instant, plus days: Int, in zone: Zone) {
    let here = zone.offsetMinutes(at: moment)
    let day = CivilTime(moment + .hours(24 * days), offsetMinutes: here)
    time =
      CivilTime(
        year: day.year,
        month: day.month,
        day: day.day,
        hour: clock.hour,
        minute: clock.minute,
        second: clock.second
      ) ?? day
    instants = zone.instants(showing: time)
    guess = instants.first ?? time.instant(offsetMinutes: here)
    offset = clock.offset
  }

  /// Whether the clock had shown it, or skipped it, by then.
  func couldBePast(at now: Instant) -> Bool { guess <= now }
}
