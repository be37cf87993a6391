package import SessionRecord

/// How a group's slots were kept, as of an instant: *m of n kept*.
///
/// It counts the slots that there are, so those `while-high` where they were called for, from when each
/// would have been overdue; earlier ones can still be taken in time.
package struct KeptCount: Hashable {
  /// The slots whose offset and *overdue* are by the instant.
  package let required: Int
  /// Of these, kept in time or late.
  package let kept: Int
  /// Of the kept ones, those kept late.
  package let late: Int
  package let notObtained: Int
  package let deferred: Int
  /// Not closed, and still to be taken.
  package let overdue: Int
  package let missed: Int

  fileprivate init(_ states: [SlotState]) {
    required = states.count
    late = states.count { if case .keptLate = $0 { true } else { false } }
    kept = late + states.count { if case .kept = $0 { true } else { false } }
    notObtained = states.count { if case .notObtained = $0 { true } else { false } }
    deferred = states.count { if case .deferred = $0 { true } else { false } }
    overdue = states.count { $0 == .overdue }
    missed = states.count { $0 == .missed }
  }
}

extension ScheduledGroup {
  /// *instant* is the one that the states are of, which closing stops: `Assessment.keptCount` knows it.
  package func keptCount(asOf instant: Instant) -> KeptCount {
    KeptCount(slots.filter { $0.due + group.overdue <= instant }.map(\.state))
  }
}

extension Assessment {
  /// The instant that was asked for, or that of closing before it: after it, time alone does nothing.
  package var clock: Instant {
    chart.stopped.map { min(asOf, $0) } ?? asOf
  }

  /// How a group's slots were kept, by the clock.
  package func keptCount(of group: ScheduledGroup) -> KeptCount {
    group.keptCount(asOf: clock)
  }
}
