import SessionRecord

extension MonitoringProtocol {
  /// Whether the schedule asks for it at all: in a group, or where it is indicated.
  func asks(for need: Need) -> Bool {
    schedule.ifIndicated.contains(need) || schedule.groups.contains { $0.needs.contains(need) }
  }

  /// Whether a value of it is asked for before the first dose.
  func asksBeforeStart(for need: Need) -> Bool {
    schedule.ifIndicated.contains(need)
      || schedule.groups.contains { group in
        group.needs.contains(need)
          && (group.baselineSets > 0
            || group.slots.contains { $0.opens < .minutes(0) || $0.minutes == 0 })
      }
  }

  /// The minute of the last slot that asks for one of these; of the whole schedule where none does.
  func lastSlot(askingFor needs: [Need]) -> PlannedSlot? {
    let asking = schedule.groups.filter { !$0.needs.filter(needs.contains).isEmpty }
    return (asking.isEmpty ? schedule.groups : asking).flatMap(\.slots)
      .max { $0.minutes < $1.minutes }
  }
}

extension Need {
  var name: String {
    switch self {
    case .sign(let sign): sign.name
    case .effect(let effect): effect.text
    case .scale(let scale): scale
    }
  }
}

extension Condition {
  /// What has to be measured for it to speak; effects are volunteered, and need no slot.
  ///
  /// Of a mean pressure either the pair or the device's own will do: the pair is named.
  var inputs: [Need] {
    switch self {
    case .absolute(let limit): [.sign(limit.sign)]
    case .derived(let limit): limit.sign.signs.map(Need.sign)
    case .change(let change): [.sign(change.sign)]
    case .rate(let rate): [.sign(rate.sign)]
    case .notFalling(let rule): [.sign(rule.sign)]
    case .consciousness: [.sign(.consciousness)]
    case .scale(let limit): [.scale(limit.scale)]
    case .news2: NEWS2.Parameter.allCases.map { .sign($0.sign) }
    case .combination(let combination): combination.parts.flatMap(\.any).flatMap(\.inputs)
    case .crisis, .severity, .distressing, .presence, .lasting, .furtherDose, .unattended,
      .unverified:
      []
    }
  }

  /// The signs whose baseline it compares with, its own and its alternatives'.
  var baselineSigns: [VitalSign] {
    switch self {
    case .change(let change): [change.sign]
    case .notFalling(let rule): [rule.sign]
    case .combination(let combination): combination.parts.flatMap(\.any).flatMap(\.baselineSigns)
    case .absolute, .derived, .rate, .consciousness, .scale, .news2, .crisis, .severity,
      .distressing, .presence, .lasting, .furtherDose, .unattended, .unverified:
      []
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each once, where it first stands.
  var onlyOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
