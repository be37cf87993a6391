package import SessionRecord

/// What a span of days still has to be reviewed, where a list of one sort is empty.
package struct UnreviewedSpan {
  /// Which list is empty.
  package enum Asked: Hashable {
    case flags
    case effects
  }

  private let asked: Asked
  private let since: Stamp?
  private let until: Stamp?
  /// Of the other sort, in the same span.
  private let others: Int

  package init(_ asked: Asked, since: Stamp?, until: Stamp?, others: Int) {
    self.asked = asked
    self.since = since
    self.until = until
    self.others = others
  }

  /// What is said: `Nothing is unreviewed: the week of 2026-11-16 to 2026-11-22 is closed`.
  package var sentence: String {
    guard others == 0 else {
      let (here, there, command) =
        switch asked {
        case .flags: ("No flag", counted(others, "side effect"), "effects")
        case .effects: ("No side effect", counted(others, "flag"), "flags")
        }
      return "\(here) is unreviewed, and \(there) \(others == 1 ? "is" : "are"): "
        + "vigil \(command) --unreviewed\(options)"
    }
    return "Nothing is unreviewed" + (span.map { ": \($0) is closed." } ?? ".")
  }

  private var span: String? {
    switch (since, until) {
    case (let since?, let until?):
      isWeek(since, until)
        ? "the week of \(first(since)) to \(last(until))"
        : first(since) == last(until) ? first(since) : "\(first(since)) to \(last(until))"
    case (let since?, nil): "everything since \(first(since))"
    case (nil, let until?): "everything until \(last(until))"
    case (nil, nil): nil
    }
  }

  /// Seven whole days, also where the clock was changed in one of them.
  private func isWeek(_ since: Stamp, _ until: Stamp) -> Bool {
    guard isMidnight(since), isMidnight(next(until)) else { return false }
    let days = next(until).civil.instant(offsetMinutes: 0) - since.civil.instant(offsetMinutes: 0)
    return days == .hours(7 * 24)
  }

  /// A day, or a moment where it does not begin there.
  private func first(_ stamp: Stamp) -> String {
    isMidnight(stamp) ? stamp.civil.date : "\(stamp.civil.date) \(stamp.clock)"
  }

  private func last(_ stamp: Stamp) -> String {
    isMidnight(next(stamp)) ? stamp.civil.date : "\(stamp.civil.date) \(stamp.clock)"
  }

  private func isMidnight(_ stamp: Stamp) -> Bool {
    stamp.civil.clockWithSeconds == "00:00:00"
  }

  /// The millisecond after the last one that is meant.
  private func next(_ stamp: Stamp) -> Stamp {
    Stamp(stamp.instant + TimeSpan(milliseconds: 1), offsetMinutes: stamp.offsetMinutes)
  }

  /// As they are typed.
  private var options: String {
    let first = since.map { " --since \(isMidnight($0) ? $0.civil.date : $0.rfc3339)" }
    let last = until.map { " --until \(isMidnight(next($0)) ? $0.civil.date : $0.rfc3339)" }
    return (first ?? "") + (last ?? "")
  }
}
