import SessionRecord

/// Groups whose last slot lies before the protocol's own least time to leaving.
///
/// One slot alone, or scores alone, may be meant for one moment; unless a criterion asks for the value.
struct ShortGroups: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let least = monitoringProtocol.leaving.compactMap { criterion in
      if case .minutesSinceStart(let minutes) = criterion.requirement { minutes } else { nil }
    }.max()
    guard let least else { return [] }
    let wanted = monitoringProtocol.leaving.flatMap(\.requirement.needs)
    return monitoringProtocol.schedule.groups.compactMap { group in
      let slots = group.slots.filter { $0.mark != .whileHigh }
      guard let last = slots.map(\.minutes).max(), last < least,
        group.needs.contains(where: wanted.contains)
          || (slots.count > 1 && !group.needs.allSatisfy(\.isScale))
      else { return nil }
      return ProtocolFinding(
        path: "schedule.groups.\(group.id)",
        problem: "The last slot of “\(group.title)” is at T+\(last), but nobody can leave before"
          + " T+\(least) by the protocol's own criteria.",
        remedy: "Add a slot at T+\(least) or later."
      )
    }
  }
}

extension Need {
  fileprivate var isScale: Bool { if case .scale = self { true } else { false } }
}

extension LeavingRequirement {
  /// What a criterion looks for in the readings and effects.
  var needs: [Need] {
    switch self {
    case .pressure: [.sign(.systolic), .sign(.diastolic)]
    case .value(let value): [.sign(value.sign)]
    case .effect(let effect): [.effect(effect.effect)]
    case .minutesSinceStart, .minutesSinceInfusion, .noOpenFlag, .noRecent, .answered, .escort,
      .instructions:
      []
    }
  }
}
