import SessionRecord

/// The slots of one group in one session, by sentences 19 and 20; times in milliseconds.
struct GroupSlots {
  enum Kind {
    case complete
    case notObtained
    case deferred
  }

  /// An observation's place: by its time, then its number.
  struct Place: Comparable {
    let at: Int
    let number: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.at, left.number) < (right.at, right.number)
    }
  }

  struct Slot {
    let planned: DayProtocol.PlannedSlot
    let opens: Int
    /// Where the next slot's span begins.
    let ends: Int?
    /// The first thing that closed it.
    var closed: (kind: Kind, place: Place)?
    /// When every needed value had been seen in the span.
    var completed: Place?
    /// When each complete set of the span was completed, one after the other.
    var sets: [Int] = []
  }

  let group: DayProtocol.Group
  let timeZero: Int
  private(set) var slots: [Slot] = []
  private let misread: Misreading?

  /// *deferrals* are those that close a slot of this group, in observed order.
  init(
    _ group: DayProtocol.Group,
    timeZero: Int,
    flags: SignFlags,
    clock: Int,
    entries: [StandingEntries.Standing],
    deferrals: [Place],
    _ misread: Misreading?
  ) {
    self.group = group
    self.timeZero = timeZero
    self.misread = misread
    let early: (DayProtocol.PlannedSlot) -> Int = { planned in
      timeZero + (misread == .spanFromOffset ? planned.due : planned.opens)
    }
    let there = group.slots.filter { planned in
      guard planned.mark == "while-high", misread != .closerSlotsAlways else { return true }
      // A flag that is open now stays so for a span that is yet to begin.
      return misread != .closerSlotsNever
        && flags.isHigh(at: min(timeZero + planned.opens, clock))
    }
    for (number, planned) in there.enumerated() {
      slots.append(
        Slot(
          planned: planned,
          opens: early(planned),
          ends: number + 1 < there.count ? early(there[number + 1]) : nil
        )
      )
    }
    for place in slots.indices { watch(place, entries) }
    for deferral in deferrals where misread != .deferralClosesNothing {
      // A peak reading is never put off, also where a correction moves a deferral on to it.
      guard let target = target(of: deferral), slots[target].planned.mark != "peak" else {
        continue
      }
      if let closed = slots[target].closed, closed.place < deferral { continue }
      slots[target].closed = (.deferred, deferral)
    }
  }

  /// The slot that a deferral at this place is for: the one whose span it is in, or the next where that
  /// one is closed by then or no span has begun.
  func target(of deferral: Place) -> Int? {
    guard let current = slots.lastIndex(where: { $0.opens <= deferral.at }) else {
      return slots.isEmpty ? nil : 0
    }
    if let closed = slots[current].closed, closed.place < deferral {
      return current + 1 < slots.count ? current + 1 : nil
    }
    return current
  }

  /// Kept in time, which outranks whatever closed it first.
  func isKept(_ slot: Slot) -> Bool {
    slot.completed.map { $0.at <= timeZero + slot.planned.due + slot.planned.tolerance } ?? false
  }

  func isDeferred(_ place: Int) -> Bool {
    slots[place].closed?.kind == .deferred && !isKept(slots[place])
  }

  /// Walks everything that was observed in a slot's span.
  private mutating func watch(_ place: Int, _ entries: [StandingEntries.Standing]) {
    guard let last = entries.last, last.observed >= slots[place].opens else { return }
    var seen: Set<DayProtocol.Need> = []
    var sinceLastSet: Set<DayProtocol.Need> = []
    var declared: Set<DayProtocol.Need> = []
    for entry in entries {
      guard entry.observed >= slots[place].opens,
        slots[place].ends.map({ entry.observed < $0 }) ?? true
      else { continue }
      for need in group.needs {
        if entry.shows(need, misread) {
          seen.insert(need)
          sinceLastSet.insert(need)
        }
        if entry.declaresNotObtained(need) { declared.insert(need) }
      }
      let at = Place(at: entry.observed, number: entry.number)
      let enough = misread == .halfASetKeeps ? 1 : group.needs.count
      if seen.count >= enough {
        slots[place].completed = slots[place].completed ?? at
        slots[place].closed = slots[place].closed ?? (.complete, at)
      }
      if sinceLastSet.count == group.needs.count {
        slots[place].sets.append(entry.observed)
        sinceLastSet = []
      }
      if !declared.isEmpty, seen.union(declared).count == group.needs.count,
        misread != .notObtainedClosesNothing
      {
        slots[place].closed = slots[place].closed ?? (.notObtained, at)
      }
    }
  }
}

extension StandingEntries.Standing {
  /// Whether it shows what a set needs; verified or not.
  func shows(_ need: DayProtocol.Need, _ misread: Misreading?) -> Bool {
    switch (need, content) {
    case (.sign(let sign), .vitals(let vitals)):
      switch vitals.readings[sign] {
      case .measured(_, let verified):
        misread != .unverifiedKeepsNothing || verified || isVerified
      case .unrecordable, .roomAir: true
      case .notObtained, .notUsable, nil: false
      }
    case (.effect(let name), .effect(let effect)): effect.name.text == name
    case (.scale(let name), .scale(let score)): score.scale == name
    default: false
    }
  }

  func declaresNotObtained(_ need: DayProtocol.Need) -> Bool {
    guard case .sign(let sign) = need, case .vitals(let vitals) = content,
      case .notObtained = vitals.readings[sign]
    else { return false }
    return true
  }
}
