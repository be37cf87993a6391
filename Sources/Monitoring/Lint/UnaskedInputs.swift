import SessionRecord

/// Rules and criteria on what the schedule never asks for, neither in a group nor where it is indicated.
struct UnaskedInputs: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let rules = monitoringProtocol.askedRules.filter { !$0.condition.judged.isEmpty }
    guard !monitoringProtocol.schedule.groups.isEmpty else {
      return rules.isEmpty
        ? monitoringProtocol.leaving.compactMap { never($0, monitoringProtocol) }
        : [
          ProtocolFinding(
            path: "schedule",
            problem: "The protocol has no schedule, so nothing asks for what its rules look at.",
            remedy: "Add a schedule with a group of readings."
          )
        ]
    }
    return rules.compactMap { rule in
      never(rule, monitoringProtocol) ?? beforeStart(rule, monitoringProtocol)
    } + monitoringProtocol.leaving.compactMap { never($0, monitoringProtocol) }
  }

  private func never(
    _ criterion: LeavingCriterion,
    _ monitoringProtocol: MonitoringProtocol
  ) -> ProtocolFinding? {
    let missing = criterion.requirement.needs.filter { !monitoringProtocol.asks(for: $0) }
    guard !missing.isEmpty else { return nil }
    return ProtocolFinding(
      path: "leaving.\(criterion.id)",
      problem: "It looks at \(listed(missing.map(\.name))), which the schedule never asks for.",
      remedy:
        "Add \(missing.count == 1 ? "it" : "them") to a group or to “ifIndicated”, or take the"
        + " criterion out."
    )
  }

  private func never(
    _ rule: Rule,
    _ monitoringProtocol: MonitoringProtocol
  ) -> ProtocolFinding? {
    let missing = rule.condition.unasked(by: monitoringProtocol)
    guard !missing.isEmpty else { return nil }
    return rule.finding(
      "It looks at \(listed(missing.map(\.name))), which the schedule never asks for.",
      "Add \(missing.count == 1 ? "it" : "them") to a group or to “ifIndicated”, or take the rule"
        + " out."
    )
  }

  private func beforeStart(
    _ rule: Rule,
    _ monitoringProtocol: MonitoringProtocol
  ) -> ProtocolFinding? {
    guard rule.window == .beforeStart else { return nil }
    let missing = rule.condition.inputs.filter { !monitoringProtocol.asksBeforeStart(for: $0) }
    guard !missing.isEmpty else { return nil }
    return rule.finding(
      "It speaks only before the start, when the schedule does not ask for"
        + " \(listed(missing.map(\.name))).",
      "Give a group that has \(missing.count == 1 ? "it" : "them") baseline sets."
    )
  }
}

extension Condition {
  /// Its inputs, and the effects that it judges at a time of its own, when someone has to have looked.
  fileprivate var judged: [Need] {
    guard case .lasting(let lasting) = self, case .untilMinute = lasting.length else {
      return inputs
    }
    return lasting.effects.filter { !$0.isCircumstance }.map(Need.effect)
  }

  fileprivate func unasked(by monitoringProtocol: MonitoringProtocol) -> [Need] {
    switch self {
    case .derived(let limit)
    where limit.sign == .meanPressure && monitoringProtocol.asks(for: .sign(.meanArterial)):
      []
    case .combination(let combination):
      combination.parts.flatMap(\.any).flatMap { $0.unasked(by: monitoringProtocol) }.onlyOnce
    default: judged.onlyOnce.filter { !monitoringProtocol.asks(for: $0) }
    }
  }
}
