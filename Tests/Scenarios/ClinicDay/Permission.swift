import SessionRecord

extension Reckoning {
  /// The groups in which a deferral may close a slot, and whether it may be typed at all, by sentence
  /// 24; decided once, in the log that ends with it.
  func permission(for deferral: DayEntry) -> (groups: Set<String>, isRefused: Bool) {
    guard case .deferred(let content) = deferral.content else { return ([], false) }
    let place = GroupSlots.Place(at: deferral.observed, number: deferral.number)
    var wanted: [(group: DayProtocol.Group, target: Target?)] = []
    for group in dayProtocol.groups where group.isNamed(by: content.subject) {
      wanted.append((group, target(of: place, in: group)))
    }
    if content.subject == .wholeSet {
      let ahead = wanted.filter { $0.target != nil }
      let due = ahead.filter { $0.target?.hasBegun ?? false }
      let earliest = ahead.compactMap { $0.target?.minutes }.min()
      wanted = due.isEmpty ? ahead.filter { $0.target?.minutes == earliest } : due
    }
    var groups: Set<String> = []
    for (group, target) in wanted where !flags.blockDeferrals {
      guard let target, target.mark != "peak", !target.followsDeferred else { continue }
      groups.insert(group.id)
    }
    // Where all of it is closed already there is nothing left to put off.
    let isNothingLeft = wanted.allSatisfy { $0.target?.isClosed ?? false }
    return (groups, isNothingLeft || groups.count < wanted.count)
  }

  private struct Target {
    let minutes: Int
    let mark: String
    let hasBegun: Bool
    let isClosed: Bool
    let followsDeferred: Bool
  }

  /// Without a time zero it is the group's first slot, and none is before it.
  private func target(of place: GroupSlots.Place, in group: DayProtocol.Group) -> Target? {
    guard let slots = slots(of: group) else {
      return group.slots.first { $0.mark != "while-high" }.map { first in
        Target(
          minutes: first.minutes,
          mark: first.mark,
          hasBegun: false,
          isClosed: false,
          followsDeferred: false
        )
      }
    }
    guard let number = slots.target(of: place) else { return nil }
    let slot = slots.slots[number]
    return Target(
      minutes: slot.planned.minutes,
      mark: slot.planned.mark,
      hasBegun: slot.opens <= place.at,
      isClosed: slot.closed != nil,
      followsDeferred: number > 0 && slots.isDeferred(number - 1)
    )
  }
}
