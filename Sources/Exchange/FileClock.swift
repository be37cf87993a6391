package import SessionRecord

/// How the times of a file are read.
package struct FileClock {
  /// The day of times without one; nil where every time is RFC 3339.
  package let date: CivilTime?
  package let zone: Zone

  package init(date: CivilTime?, zone: Zone) {
    self.date = date
    self.zone = zone
  }

  /// The moment that was written; refused where the clock skipped it or showed it twice.
  func stamp(_ written: String) throws(RowDefect) -> Stamp {
    if let whole = Stamp(rfc3339: written) { return Stamp(whole.instant, in: zone) }
    let midnight = date ?? CivilTime(year: 2000, month: 1, day: 1)
    guard let civil = midnight?.at(clock: written) else {
      throw RowDefect(
        "“\(written)” is not a time; write 2026-11-19T14:05:00+01:00, or 14:05 with --date"
      )
    }
    guard date != nil else {
      throw RowDefect("“\(written)” has no date; give --date and --zone")
    }
    let instants = zone.instants(showing: civil)
    guard let instant = instants.first else {
      throw RowDefect(
        "there is no \(written) on \(civil.date) in \(zone): the clock skips it"
      )
    }
    guard instants.count == 1 else {
      let both = instants.map { Stamp($0, in: zone).rfc3339 }.joined(separator: " or ")
      throw RowDefect("\(written) comes twice on \(civil.date) in \(zone); write \(both)")
    }
    return Stamp(instant, in: zone)
  }
}
