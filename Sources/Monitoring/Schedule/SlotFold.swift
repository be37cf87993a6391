import SessionRecord

/// One slot of a group at its place in time, with what its span holds so far.
struct SlotFold {
  /// What closed a slot.
  enum Closing {
    case complete
    case notObtained
    case deferred
  }

  let planned: PlannedSlot
  let due: Instant
  let opens: Instant
  /// Where the next slot's span begins; a slot that a high flag calls for moves it.
  var ends: Instant?
  private let needs: Int
  /// The first usable value of each need in the span; empty before the first answer.
  private var usable: [ObservedOrder?] = []
  /// The first time that each need was declared not obtained in the span.
  private var declared: [ObservedOrder?] = []
  /// The first thing that closed it.
  private(set) var closing: (kind: Closing, order: ObservedOrder)?
  /// When its needs were all usable.
  private(set) var completed: ObservedOrder?
  /// Whether each need was usable since the last complete set in the span.
  private var seen: [Bool] = []
  /// When each complete set of the span was completed, one after the other.
  private(set) var sets: Set<Instant> = []
  /// The entries that completed it, and those that closed it as not obtained.
  private var completedBy: [EntryNumber] = []
  private var notObtainedBy: [EntryNumber] = []

  init(_ planned: PlannedSlot, timeZero: Instant, ends: Instant?, needs: Int) {
    self.planned = planned
    due = timeZero + .minutes(planned.minutes)
    opens = timeZero + planned.opens
    self.ends = ends
    self.needs = needs
  }

  /// Takes what an observation in its span answers, need by need.
  mutating func take(_ answers: [NeedAnswer], at order: ObservedOrder) {
    if usable.isEmpty {
      usable = Array(repeating: nil, count: needs)
      declared = usable
      seen = Array(repeating: false, count: needs)
    }
    for (need, answer) in answers.enumerated() {
      switch answer {
      case .usable:
        usable[need] = usable[need] ?? order
        seen[need] = true
      case .notObtained: declared[need] = declared[need] ?? order
      case .nothing: break
      }
    }
    if !seen.contains(false) {
      sets.insert(order.observed)
      for need in seen.indices { seen[need] = false }
    }
    if completed == nil, !usable.contains(where: { $0 == nil }) {
      completed = order
      completedBy = entries(usable)
      close(.complete, order)
    }
    guard closing == nil, declared.contains(where: { $0 != nil }) else { return }
    let answered = zip(usable, declared).map { usable, declared in
      [usable, declared].compactMap { $0 }.min()
    }
    guard !answered.contains(where: { $0 == nil }) else { return }
    notObtainedBy = entries(answered)
    close(.notObtained, order)
  }

  /// Deferred, unless it is closed already.
  mutating func put(off order: ObservedOrder) { close(.deferred, order) }

  private mutating func close(_ kind: Closing, _ order: ObservedOrder) {
    closing = closing ?? (kind, order)
  }

  private func entries(_ orders: [ObservedOrder?]) -> [EntryNumber] {
    var numbers: [EntryNumber] = []
    for order in orders.compactMap(\.self).sorted() where !numbers.contains(order.number) {
      numbers.append(order.number)
    }
    return numbers
  }

  /// Whether its needs were all usable within tolerance.
  private var isKept: Bool {
    completed.map { $0.observed <= due + planned.tolerance } ?? false
  }

  /// Whether what stands of it is that it was put off.
  var isDeferred: Bool { closing?.kind == .deferred && !isKept }

  /// How it stands as of an instant of the clock.
  func state(of group: ScheduleGroup, at clock: Instant) -> SlotState {
    if let completed, isKept { return .kept(at: completed.observed, by: completedBy) }
    if let closing {
      let at = closing.order.observed
      switch closing.kind {
      case .complete: return .keptLate(at: at, by: completedBy)
      case .notObtained: return .notObtained(at: at, by: notObtainedBy)
      case .deferred: return .deferred(at: at, by: closing.order.number)
      }
    }
    if clock < opens { return .upcoming }
    let missed = ends.map { min($0, due + group.missed) } ?? due + group.missed
    if clock >= missed { return .missed }
    return clock >= due + group.overdue ? .overdue : .due
  }
}
