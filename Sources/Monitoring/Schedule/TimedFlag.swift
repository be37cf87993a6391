import SessionRecord

/// A flag that time alone raised, as far as the entries tell: a group overdue, a session not closed, or
/// a rule that time breaks.
struct TimedFlag: Equatable {
  /// What a rule's own flag shows besides; apart, so that the many of groups stay small.
  final class OfRule: Equatable {
    let rule: Rule
    let measure: Measure
    /// The entries that broke it; empty where there are none.
    let readings: [BreakingReading]

    init(rule: Rule, measure: Measure, readings: [BreakingReading]) {
      self.rule = rule
      self.measure = measure
      self.readings = readings
    }

    static func == (left: OfRule, right: OfRule) -> Bool {
      (left.rule, left.measure, left.readings) == (right.rule, right.measure, right.readings)
    }
  }

  /// Place of its group in the schedule; after all of them for the session's own, then the rules.
  let place: Int
  let cause: FlagCause
  let raised: Instant
  /// When it clears; nil while it runs on.
  var cleared: Instant?
  /// Nil for a group's flag and the session's own.
  var ofRule: OfRule?

  var key: FlagKey { .timed(place: place, cause) }
  /// The entry that it counts from, of a rule's.
  var entry: Int { if case .entry(let entry) = cause { entry.value } else { 0 } }

  /// In which order those that become known together are numbered.
  func isNumbered(before other: TimedFlag) -> Bool {
    (raised, rank, place, entry) < (other.raised, other.rank, other.place, other.entry)
  }

  /// Baseline before slots, slots by their offset, silence and rules last.
  var rank: Int {
    switch cause {
    case .baseline: Int.min
    case .slot(let minutes): minutes
    case .entry, .silence: Int.max
    }
  }
}

extension GroupFold {
  /// The group's overdue flags from first to last, however far time goes on: those that are raised as
  /// of an instant are the ones that were raised by it.
  func overdue(at place: Int) -> [TimedFlag] {
    var flags: [TimedFlag] = []
    var next = 0
    var deadline = lateBaseline
    while true {
      // Candidates in order, the baseline's before a slot's of the same instant.
      while next < slots.count, !canBeOverdue(next) { next += 1 }
      let limit = next < slots.count ? slots[next].due + group.overdue : nil
      let candidate: TimedFlag
      if let late = deadline, limit.map({ late <= $0 }) ?? true {
        candidate = TimedFlag(place: place, cause: .baseline, raised: late)
        deadline = nil
      } else if let limit {
        let minutes = slots[next].planned.minutes
        candidate = TimedFlag(place: place, cause: .slot(minutes: minutes), raised: limit)
        next += 1
      } else {
        return flags
      }
      if let last = flags.last {
        // One is already running; without end, no other can come.
        guard let cleared = last.cleared else { return flags }
        guard cleared <= candidate.raised else { continue }
      }
      flags.append(cleared(candidate))
    }
  }

  private func cleared(_ candidate: TimedFlag) -> TimedFlag {
    var flag = candidate
    for slot in slots.indices {
      guard let closed = slots[slot].closing?.order.observed, closed > flag.raised else { continue }
      flag.cleared = flag.cleared.map { min($0, closed) } ?? closed
    }
    if flag.cause == .baseline, let complete = baseline?.complete {
      flag.cleared = flag.cleared.map { min($0, complete) } ?? complete
    }
    return flag
  }

  /// When the baseline is late; nil where it is not, or none is wanted.
  private var lateBaseline: Instant? {
    guard let baseline, baseline.complete.map({ $0 > baseline.deadline }) ?? true else {
      return nil
    }
    return baseline.deadline
  }

  /// Whether a slot is not closed by its instant.
  ///
  /// A set completed at exactly the instant, in whichever slot, is in time.
  private func canBeOverdue(_ place: Int) -> Bool {
    let limit = slots[place].due + group.overdue
    if let closed = slots[place].closing?.order.observed, closed <= limit { return false }
    return !isCompleted(at: limit)
  }

  /// Whether a complete set of the group was completed at exactly this instant: it can only be in the
  /// span that the instant is in.
  private func isCompleted(at instant: Instant) -> Bool {
    guard let place = slot(spanning: instant) else { return false }
    return slots[place].sets.contains(instant)
  }
}
