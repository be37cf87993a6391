import SessionRecord

/// A flag that time alone raised, as far as the entries tell: a group overdue, or a session not closed.
struct TimedFlag: Equatable {
  /// Place of its group in the schedule; after all of them for the session's own.
  let place: Int
  let cause: FlagCause
  let raised: Instant
  /// When it clears; nil while it runs on.
  var cleared: Instant?

  var key: FlagKey { .timed(place: place, cause) }

  /// Baseline before slots, slots by their offset, silence last.
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
    let closings = slots.compactMap { $0.closing?.order.observed }.sorted()
    for var candidate in candidates(at: place) {
      if let last = flags.last {
        // One is already running; without end, no other can come.
        guard let cleared = last.cleared else { break }
        guard cleared <= candidate.raised else { continue }
      }
      candidate.cleared = closings.first { $0 > candidate.raised }
      if candidate.cause == .baseline, let complete = baseline?.complete {
        candidate.cleared = candidate.cleared.map { min($0, complete) } ?? complete
      }
      flags.append(candidate)
    }
    return flags
  }

  /// Where a flag is raised unless one is already running, in order.
  private func candidates(at place: Int) -> [TimedFlag] {
    var candidates: [TimedFlag] = []
    // A set completed at exactly the instant, in whichever slot, is in time.
    for slot in slots {
      let limit = slot.due + group.overdue
      guard slot.closing.map({ $0.order.observed > limit }) ?? true, !isCompleted(at: limit)
      else { continue }
      candidates.append(
        TimedFlag(place: place, cause: .slot(minutes: slot.planned.minutes), raised: limit)
      )
    }
    if let baseline, baseline.complete.map({ $0 > baseline.deadline }) ?? true {
      let first = candidates.firstIndex { $0.raised >= baseline.deadline } ?? candidates.count
      candidates.insert(
        TimedFlag(place: place, cause: .baseline, raised: baseline.deadline),
        at: first
      )
    }
    return candidates
  }

  /// Whether a complete set of the group was completed at exactly this instant: it can only be in the
  /// span that the instant is in.
  private func isCompleted(at instant: Instant) -> Bool {
    guard let place = slot(spanning: instant) else { return false }
    return slots[place].sets.contains(instant)
  }
}
