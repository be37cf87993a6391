import Monitoring
import SessionRecord

/// The schedule in a prefix as of an instant: sentences 19 to 25.
struct ReferenceSchedule {
  /// A slot that a deferral closed.
  struct Deferred {
    let group: GroupID
    let minutes: Int
    let at: Instant
    let by: EntryNumber
  }

  /// The slot of a group that a deferral is for.
  struct Target {
    let group: ReferenceSlots
    let planned: PlannedSlot
    /// Nil without a time zero.
    let slot: ReferenceSlot?
    /// The slot before it; nil for the first and without a time zero.
    let previous: ReferenceSlot?
    /// Its span has begun.
    let isDue: Bool
  }

  let view: ReferenceView
  let groups: [ReferenceSlots]
  private(set) var deferred: [Deferred] = []

  var mistake: Mistake? { view.mistake }

  init(_ view: ReferenceView, flags: [ReferenceEpisode], permits: ReferencePermits) {
    self.view = view
    groups = view.monitoringProtocol.schedule.groups.map {
      ReferenceSlots(of: $0, in: view, flags: flags)
    }
    for entry in view.standing {
      let original = mistake == .deferralClosesAsItWas
      let content = original ? entry.original.content : entry.content
      let at = (original ? entry.original.observed : entry.observed).instant
      guard case .deferred(let deferral) = content, let allowed = permits.groups[entry.number]
      else { continue }
      // For which groups a `set` was is decided with its permission.
      let targets =
        mistake == .setNamesAnew
        ? named(by: deferral.subject, at: at, entry.number)
        : targets(of: deferral.subject, at: at, entry.number)
      for target in targets {
        guard let slot = target.slot, allowed.contains(target.group.group.id) else { continue }
        // Allowed for another slot, it falls on this one now.
        guard slot.planned.mark != .peak || mistake == .allowedPutsOffPeak else { continue }
        guard !isClosed(slot, of: target.group, before: at, entry.number),
          self.deferral(of: slot, in: target.group) == nil
        else { continue }
        deferred.append(
          Deferred(
            group: target.group.group.id,
            minutes: slot.planned.minutes,
            at: at,
            by: entry.number
          )
        )
      }
    }
  }

  func deferral(of slot: ReferenceSlot, in group: ReferenceSlots) -> Deferred? {
    deferred.first { $0.group == group.group.id && $0.minutes == slot.planned.minutes }
  }

  private func isClosed(
    _ slot: ReferenceSlot,
    of group: ReferenceSlots,
    before at: Instant,
    _ entry: EntryNumber
  ) -> Bool {
    if let earlier = deferral(of: slot, in: group), (earlier.at, earlier.by) < (at, entry) {
      return true
    }
    return slot.closed?.isBefore(at, entry) ?? false
  }

  /// The targets of the groups that a deferral can be for, at its place in observed order.
  private func targets(
    of subject: Deferral.Subject,
    at: Instant,
    _ entry: EntryNumber
  ) -> [Target] {
    groups.filter { group in
      switch subject {
      case .wholeSet: true
      case .bloodPressure: group.group.needs.contains(.sign(.systolic))
      case .sign(let sign): group.group.needs.contains(.sign(sign))
      case .effect(let effect): group.group.needs.contains(.effect(effect))
      case .scale(let scale): group.group.needs.contains(.scale(scale))
      }
    }.compactMap { target(of: $0, at: at, entry) }
  }

  /// Those that it names when it is committed: a `set` what is due, else what is due first.
  func named(by subject: Deferral.Subject, at: Instant, _ entry: EntryNumber) -> [Target] {
    let targets = targets(of: subject, at: at, entry)
    guard subject == .wholeSet, mistake != .setNamesEveryGroup else { return targets }
    let due = targets.filter(\.isDue)
    if !due.isEmpty { return due }
    let earliest = targets.map(\.planned.minutes).min()
    return targets.filter { $0.planned.minutes == earliest }
  }

  private func target(of group: ReferenceSlots, at: Instant, _ entry: EntryNumber) -> Target? {
    guard view.timeZero != nil else {
      let first = group.group.slots.first { $0.mark != .whileHigh || mistake == .whileHighAlways }
      return first.map {
        Target(group: group, planned: $0, slot: nil, previous: nil, isDue: false)
      }
    }
    var place = group.slots.lastIndex { $0.opens <= at }
    if let begun = place, isClosed(group.slots[begun], of: group, before: at, entry) {
      guard mistake != .closedSlotIsNotDeferredOn else { return nil }
      place = begun + 1
    }
    if place == nil, mistake == .noDeferralBeforeSpans { return nil }
    let own = place ?? 0
    guard group.slots.indices.contains(own) else { return nil }
    let slot = group.slots[own]
    return Target(
      group: group,
      planned: slot.planned,
      slot: slot,
      previous: own > 0 ? group.slots[own - 1] : nil,
      isDue: slot.opens <= at
    )
  }
}
