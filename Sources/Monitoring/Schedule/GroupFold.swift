import SessionRecord

/// One group of the schedule, folded over a session's observations in observed order.
///
/// An observation after all others costs its own slot; anything else folds the group anew.
struct GroupFold {
  let group: ScheduleGroup
  /// Whether the group has slots that come and go with a high flag.
  let followsHigh: Bool
  private(set) var slots: [SlotFold] = []
  private(set) var baseline: BaselineFold?
  /// Whether something of the group was ever put off: then what is high folds it anew.
  private var isPutOff = false
  /// The signs that it needs, to pass by what says nothing to it.
  private let signs: SignSet

  /// Everything that the slots' places follow from.
  struct Frame: Equatable {
    var opened: Instant?
    var timeZero: Instant?
    var high = HighTimes()

    /// Those that are there only while a high flag is open need one where their span begins.
    func isThere(_ slot: PlannedSlot, _ timeZero: Instant) -> Bool {
      slot.mark != .whileHigh || high.contains(timeZero + slot.opens)
    }
  }

  init(_ group: ScheduleGroup) {
    self.group = group
    followsHigh = group.slots.contains { $0.mark == .whileHigh }
    signs = SignSet(
      group.needs.compactMap { need in if case .sign(let sign) = need { sign } else { nil } }
    )
  }

  mutating func fold(
    _ observations: [Observation],
    in frame: Frame,
    allowed: [EntryNumber: Set<Int>],
    at place: Int
  ) {
    slots =
      frame.timeZero.map { timeZero in
        let there = group.slots.filter { frame.isThere($0, timeZero) }
        return GroupFold.slots(there, of: group, timeZero)
      } ?? []
    baseline =
      group.baselineSets > 0
      ? frame.opened.map { BaselineFold(group, opened: $0, frame.timeZero) }
      : nil
    isPutOff = false
    for observation in observations { _ = take(observation, allowed: allowed, at: place) }
  }

  /// Takes the next observation in observed order; whether it closed a slot, or completed the baseline.
  ///
  /// Nothing else changes the group's overdue flags, but a set completed at the very instant of one.
  mutating func take(
    _ observation: Observation,
    allowed: [EntryNumber: Set<Int>],
    at place: Int
  ) -> Bool {
    if case .vitals = observation.content, signs.isDisjoint(with: observation.signs) {
      return false
    }
    let order = observation.order
    if case .deferred(let deferral) = observation.content {
      guard allowed[order.number]?.contains(place) ?? false,
        group.isNamed(by: deferral.subject)
      else { return false }
      isPutOff = true
      // Moved on to a peak reading by a correction, of its time or of time zero, it closes nothing.
      guard let slot = target(at: order), slots[slot].planned.mark != .peak else { return false }
      return closes(slot) { $0.put(off: order) }
    }
    guard let answers = group.answers(observation) else { return false }
    let hadBaseline = baseline?.complete != nil
    baseline?.take(answers, at: order)
    let isBaseline = !hadBaseline && baseline?.complete != nil
    guard let slot = slot(spanning: order.observed) else { return isBaseline }
    return closes(slot) { $0.take(answers, at: order) } || isBaseline
  }

  private mutating func closes(_ slot: Int, _ take: (inout SlotFold) -> Void) -> Bool {
    let wasOpen = slots[slot].closing == nil
    take(&slots[slot])
    return wasOpen && slots[slot].closing != nil
  }

  /// Follows what is high from an instant on, when nothing was observed after it: only slots whose span
  /// begins then or later come or go.
  ///
  /// False where that cannot be told without folding anew: something was observed at that very instant,
  /// which may be for another slot now, or was put off, which may be for one that was not there.
  mutating func follow(_ frame: Frame, from instant: Instant, after last: Instant?) -> Bool {
    guard followsHigh, let timeZero = frame.timeZero else { return true }
    let kept = slots.firstIndex { $0.opens >= instant } ?? slots.count
    let later = group.slots.filter { slot in
      timeZero + slot.opens >= instant && frame.isThere(slot, timeZero)
    }
    guard later != slots[kept...].map(\.planned) else { return true }
    guard !isPutOff, last.map({ $0 < instant }) ?? true else { return false }
    slots.removeSubrange(kept...)
    if kept > 0 { slots[kept - 1].ends = later.first.map { timeZero + $0.opens } }
    slots += GroupFold.slots(later, of: group, timeZero)
    return true
  }

  private static func slots(
    _ planned: [PlannedSlot],
    of group: ScheduleGroup,
    _ timeZero: Instant
  ) -> [SlotFold] {
    planned.enumerated().map { place, slot in
      SlotFold(
        slot,
        timeZero: timeZero,
        ends: place + 1 < planned.count ? timeZero + planned[place + 1].opens : nil,
        needs: group.needs.count
      )
    }
  }

  /// The slot whose span an instant is in; one exactly where the next begins is the next one's.
  func slot(spanning instant: Instant) -> Int? {
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].opens <= instant { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The slot that a deferral at this place in observed order is about: the one whose span it is in,
  /// or the next, where that one is closed before it or no span has begun.
  func target(at order: ObservedOrder) -> Int? {
    let target: Int
    if let current = slot(spanning: order.observed) {
      target = slots[current].isClosed(before: order) ? current + 1 : current
    } else {
      target = 0
    }
    return target < slots.count ? target : nil
  }
}

extension SlotFold {
  func isClosed(before order: ObservedOrder) -> Bool {
    closing.map { $0.order < order } ?? false
  }
}
