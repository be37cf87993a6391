package import SessionRecord

/// A reading that is wanted next, or that should have been taken.
package struct DueReading: Hashable {
  package enum Kind: Hashable {
    case slot(minutes: Int, SlotMark)
    case baseline(taken: Int, wanted: Int)
  }

  package let group: ScheduleGroup
  package let kind: Kind
  /// When it is due.
  package let due: Instant
  /// When it became overdue; nil where it is not.
  package let overdueSince: Instant?
  /// Whether its span has begun, so that a value taken now is for it.
  package let isOpen: Bool

  package init(
    group: ScheduleGroup,
    kind: Kind,
    due: Instant,
    overdueSince: Instant?,
    isOpen: Bool
  ) {
    self.group = group
    self.kind = kind
    self.due = due
    self.overdueSince = overdueSince
    self.isOpen = isOpen
  }

  package var isOverdue: Bool { overdueSince != nil }
}

extension Assessment {
  /// What is wanted of an open session: first what is overdue, then what is due or next of each group,
  /// by the time at which it is due, then in the protocol's order.
  ///
  /// A group that is overdue has the slot that raised its flag, also where that one is missed by now, and its
  /// next one. Empty once the session is closed.
  package var dueReadings: [DueReading] {
    guard chart.closing == nil, !chart.isVoid else { return [] }
    let readings = schedule.flatMap(readings(of:))
    return readings.filter(\.isOverdue).sorted { $0.due < $1.due }
      + readings.filter { !$0.isOverdue }.sorted { $0.due < $1.due }
  }

  private func readings(of scheduled: ScheduledGroup) -> [DueReading] {
    var readings: [DueReading] = []
    let flag = flags.first { flag in
      flag.isOpen && flag.identity.rule == scheduled.group.id.overdueRule
    }
    if let flag, let overdue = overdue(flag, scheduled) { readings.append(overdue) }
    if let baseline = scheduled.baseline, timeZero == nil, flag == nil,
      baseline.taken < baseline.wanted
    {
      readings.append(
        DueReading(
          group: scheduled.group,
          kind: .baseline(taken: baseline.taken, wanted: baseline.wanted),
          due: baseline.deadline,
          overdueSince: nil,
          isOpen: true
        )
      )
    }
    let next = scheduled.slots.first { slot in
      switch slot.state {
      case .due, .upcoming, .overdue: true
      case .kept, .keptLate, .notObtained, .deferred, .missed: false
      }
    }
    if let next, flag?.identity.cause != .slot(minutes: next.minutes) {
      readings.append(
        DueReading(
          group: scheduled.group,
          kind: .slot(minutes: next.minutes, next.planned.mark),
          due: next.due,
          overdueSince: next.state == .overdue ? next.due + scheduled.group.overdue : nil,
          isOpen: next.state != .upcoming
        )
      )
    }
    return readings
  }

  private func overdue(_ flag: Flag, _ scheduled: ScheduledGroup) -> DueReading? {
    switch flag.identity.cause {
    case .slot(let minutes):
      guard let slot = scheduled.slots.first(where: { $0.minutes == minutes }) else { return nil }
      return DueReading(
        group: scheduled.group,
        kind: .slot(minutes: minutes, slot.planned.mark),
        due: slot.due,
        overdueSince: flag.raised,
        isOpen: slot.state != .missed
      )
    case .baseline:
      guard let baseline = scheduled.baseline else { return nil }
      return DueReading(
        group: scheduled.group,
        kind: .baseline(taken: baseline.taken, wanted: baseline.wanted),
        due: baseline.deadline,
        overdueSince: flag.raised,
        isOpen: true
      )
    case .entry, .silence: return nil
    }
  }
}
