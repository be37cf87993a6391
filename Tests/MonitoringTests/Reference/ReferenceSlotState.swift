import Monitoring
import SessionRecord

/// Sentences 20, 21 and 25.
extension ReferenceSchedule {
  func state(of slot: ReferenceSlot, in group: ReferenceSlots) -> SlotState {
    closedState(of: slot, in: group) ?? openState(of: slot, in: group)
  }

  /// Kept, or else the first of what happened.
  private func closedState(of slot: ReferenceSlot, in group: ReferenceSlots) -> SlotState? {
    let kept = slot.kept
    if let kept, mistake != .firstOutranksKept { return .kept(at: kept.at, by: kept.by) }
    // In the order in which they hold where one entry did them at once.
    var all: [(at: Instant, entry: EntryNumber, state: SlotState)] = []
    if let kept { all.append((kept.at, kept.last, .kept(at: kept.at, by: kept.by))) }
    if let late = slot.completed {
      all.append((late.at, late.last, .keptLate(at: late.at, by: late.by)))
    }
    if let not = slot.notObtained {
      all.append((not.at, not.last, .notObtained(at: not.at, by: not.by)))
    }
    if let deferral = deferral(of: slot, in: group) {
      all.append((deferral.at, deferral.by, .deferred(at: deferral.at, by: deferral.by)))
    }
    switch mistake {
    case .lateOutranksAll: return all.first?.state
    case .lastHolds: return all.max { ($0.at, $0.entry) < ($1.at, $1.entry) }?.state
    case .notObtainedBeforeLate:
      let reversed = Array(all.reversed())
      return reversed.min { ($0.at, $0.entry) < ($1.at, $1.entry) }?.state
    default: return all.min { ($0.at, $0.entry) < ($1.at, $1.entry) }?.state
    }
  }

  private func openState(of slot: ReferenceSlot, in group: ReferenceSlots) -> SlotState {
    let now = mistake == .slotsGoOnAfterClosing ? view.asOf : view.clock
    var missed = slot.due + group.group.missed
    if let ends = slot.ends, mistake != .spanEndMissesNothing { missed = min(missed, ends) }
    let overdue = slot.due + group.group.overdue
    if now > missed || (now == missed && mistake != .missedAfterwards) { return .missed }
    if now > overdue || (now == overdue && mistake != .overdueAfterwards) { return .overdue }
    if now >= (mistake == .dueFromOffset ? slot.due : slot.opens) { return .due }
    return .upcoming
  }

  /// How many of the required slots whose time has come were kept or kept late, and of how many.
  func kept(in group: ReferenceSlots) -> (kept: Int, of: Int) {
    let come = group.slots.filter { slot in
      switch mistake {
      case .countsFromOffset: slot.due <= view.clock
      case .countsAfterOverdue: slot.due + group.group.overdue < view.clock
      case .countsWhenKept:
        slot.due + group.group.overdue <= view.clock || state(of: slot, in: group).isClosed
      default: slot.due + group.group.overdue <= view.clock
      }
    }
    let kept = come.count { slot in
      switch state(of: slot, in: group) {
      case .kept: true
      case .keptLate: mistake != .lateIsNotKept
      case .deferred, .notObtained: mistake == .closedIsKept
      case .upcoming, .due, .overdue, .missed: false
      }
    }
    return (kept, come.count)
  }

  /// As the engine says it.
  var scheduled: [ScheduledGroup] {
    let flags = overdue
    return groups.map { group in
      ScheduledGroup(
        group: group.group,
        baseline: baselineSets(of: group, flags: flags),
        slots: group.slots.map { slot in
          Slot(
            planned: slot.planned,
            due: slot.due,
            opens: slot.opens,
            ends: slot.ends,
            state: state(of: slot, in: group)
          )
        }
      )
    }
  }
}
