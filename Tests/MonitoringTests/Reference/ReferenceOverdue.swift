import Monitoring
import SessionRecord

/// Sentences 22 and 23.
extension ReferenceSchedule {
  /// The overdue flags of every group.
  var overdue: [ReferenceEpisode] {
    groups.enumerated().flatMap { place, group in overdue(of: group, place) }
  }

  private func overdue(of group: ReferenceSlots, _ place: Int) -> [ReferenceEpisode] {
    var raises = group.slots.filter { isRaised($0, of: group) }.map { slot in
      (at: raise(slot, of: group), cause: FlagCause.slot(minutes: slot.planned.minutes))
    }
    if let baseline = baselineRaise(of: group) {
      raises.insert((at: baseline, cause: .baseline), at: 0)
    }
    // One that is raised while another runs is none; of two at one instant the baseline is first.
    var flags: [ReferenceEpisode] = []
    for raise in raises.sorted(by: { $0.at < $1.at }) where raise.at <= view.clock {
      let isRunning = flags.contains { flag in
        if flag.identity.cause == .baseline, mistake == .baselineFlagIsApart { return false }
        return flag.state.clearedAt.map { $0 > raise.at } ?? true
      }
      guard !isRunning || mistake == .overdueRunsTwice else { continue }
      flags.append(flag(of: group, place, raise.cause, raised: raise.at))
    }
    return flags
  }

  private func raise(_ slot: ReferenceSlot, of group: ReferenceSlots) -> Instant {
    let at = slot.due + group.group.overdue
    return mistake == .overdueOneMillisecondLater ? at + TimeSpan(milliseconds: 1) : at
  }

  /// Not closed by offset + overdue, and no set of the group completed just then.
  private func isRaised(_ slot: ReferenceSlot, of group: ReferenceSlots) -> Bool {
    let at = raise(slot, of: group)
    if let closed = closing(of: slot, in: group) {
      if closed < at || (closed == at && mistake != .setAtOverdueIsLate) { return false }
    }
    if mistake == .endedSpanRaisesNothing, let ends = slot.ends, ends <= at { return false }
    if mistake == .otherSlotAtOverdueRaises { return true }
    return !group.slots.contains { $0.sets.contains(at) }
  }

  /// When the first of what can close a slot closed it.
  func closing(of slot: ReferenceSlot, in group: ReferenceSlots) -> Instant? {
    let deferral = mistake == .deferralClearsNothing ? nil : deferral(of: slot, in: group)?.at
    var values = slot.closed?.at
    switch mistake {
    case .notObtainedClearsNothing: values = slot.completed?.at
    case .keptMovesTheClosing:
      if let kept = slot.kept { return kept.at }
    default: break
    }
    return [values, deferral].compactMap { $0 }.min()
  }

  private func flag(
    of group: ReferenceSlots,
    _ place: Int,
    _ cause: FlagCause,
    raised: Instant
  ) -> ReferenceEpisode {
    var ends = group.slots.compactMap { closing(of: $0, in: group) }
    if cause == .baseline {
      if mistake == .baselineClearsBySetAlone { ends = [] }
      if let all = sinceOpening(group)?.at, mistake != .baselineClearsByClosingAlone {
        ends.append(all)
      }
    } else if mistake == .missedClears, case .slot(let minutes) = cause,
      let slot = group.slots.first(where: { $0.planned.minutes == minutes })
    {
      let missed = min(slot.due + group.group.missed, slot.ends ?? view.clock)
      if missed <= view.clock { ends.append(missed) }
    } else if mistake == .clearsByOwnSlotAlone, case .slot(let minutes) = cause {
      ends = group.slots.filter { $0.planned.minutes == minutes }
        .compactMap { closing(of: $0, in: group) }
    }
    let title: String
    switch cause {
    case .slot(let minutes): title = "\(group.group.title) overdue, due at T+\(minutes)"
    default: title = "baseline of \(group.group.title) overdue"
    }
    return ReferenceEpisode(
      FlagIdentity(rule: group.group.id.overdueRule, cause: cause),
      place: place,
      measure: .group(group.group.id),
      title: title,
      priority: group.group.priority,
      raised: raised,
      cleared: ends.filter { $0 > raised }.min()
    )
  }
}
