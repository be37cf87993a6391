import SessionRecord

/// The complete sets of a group from opening to time zero.
struct BaselineFold {
  private let wanted: Int
  private let opened: Instant
  private let timeZero: Instant?
  /// Whether each need was usable since the last complete set.
  private var seen: [Bool]
  /// Whether each need was ever usable since opening.
  private var everSeen: [Bool]
  private var taken = 0
  /// When every need had been usable since opening.
  private(set) var complete: Instant?

  init(_ group: ScheduleGroup, opened: Instant, _ timeZero: Instant?) {
    wanted = group.baselineSets
    self.opened = opened
    self.timeZero = timeZero
    seen = group.needs.map { _ in false }
    everSeen = seen
  }

  /// By when there is one before the group is overdue: 15 minutes after opening, or time zero.
  var deadline: Instant {
    let last = opened + ScheduleGroup.baselineWithin
    return timeZero.map { min($0, last) } ?? last
  }

  mutating func take(_ answers: [NeedAnswer], at order: ObservedOrder) {
    guard order.observed >= opened else { return }
    for (need, answer) in answers.enumerated() where answer == .usable {
      seen[need] = true
      everSeen[need] = true
    }
    if complete == nil, !everSeen.contains(false) { complete = order.observed }
    guard timeZero.map({ order.observed <= $0 }) ?? true, !seen.contains(false) else { return }
    taken += 1
    seen = seen.map { _ in false }
  }

  func sets(isOverdue: Bool) -> BaselineSets {
    BaselineSets(wanted: wanted, taken: taken, deadline: deadline, isOverdue: isOverdue)
  }
}
