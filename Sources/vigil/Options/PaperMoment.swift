import SessionRecord

/// When a paper chart was begun, given as an option: `2026-11-18 13:05`.
enum PaperMoment {
  /// By the zone's clock, of an hour that autumn repeats the first; refused where it is still to come.
  static func read(_ text: String, in zone: Zone, now: Instant) throws -> Stamp {
    let parts = text.split { $0 == " " || $0 == "T" }
    guard parts.count == 2, let day = CivilTime(date: String(parts[0])),
      let time = day.at(clock: String(parts[1]))
    else { throw GateOptionRefusal.notAMoment(text) }
    guard let instant = zone.instants(showing: time).first else {
      throw GateOptionRefusal.noSuchTime(text)
    }
    guard instant <= now else { throw GateOptionRefusal.openedAhead(text) }
    return Stamp(instant, in: zone)
  }
}
