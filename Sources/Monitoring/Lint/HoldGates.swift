import SessionRecord

/// Hold limits that hold nothing: in no gate, or in one that they can never close.
struct HoldGates: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    silent(in: monitoringProtocol) + unnamed(in: monitoringProtocol)
  }

  private func silent(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.gates.flatMap { gate in
      gate.rules.compactMap { id in
        guard let rule = monitoringProtocol.rules.first(where: { $0.id == id }),
          let reason = rule.silenceBeforeStart(under: monitoringProtocol)
        else { return nil }
        return ProtocolFinding(
          path: gate.path,
          problem: "Its rule “\(id)” can have no flag before the start: \(reason).",
          remedy: "Name a rule on values with the window “before the start”, or take it out."
        )
      }
    }
  }

  private func unnamed(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let named = Set(monitoringProtocol.gates.flatMap(\.rules))
    let limits = monitoringProtocol.askedRules.filter {
      $0.window == .beforeStart && !named.contains($0.id)
        && $0.silenceBeforeStart(under: monitoringProtocol) == nil
    }
    guard !limits.isEmpty else { return [] }
    let ids = listed(limits.map { "“\($0.id)”" })
    return [
      ProtocolFinding(
        path: "screening",
        problem: "No gate of the kind “rules” names \(ids), so a value over such a limit before the"
          + " start holds nothing.",
        remedy: "Name \(limits.count == 1 ? "it" : "them") in a gate of the kind “rules”."
      )
    ]
  }
}

extension Gate {
  /// Those that it looks at; none where it is of another kind.
  fileprivate var rules: [RuleID] {
    if case .rules(let rules, _) = requirement { rules } else { [] }
  }
}

extension Rule {
  /// Why it has no flag before the start, as the end of a sentence; nil where it can have one.
  fileprivate func silenceBeforeStart(under monitoringProtocol: MonitoringProtocol) -> String? {
    if isOff { return "the rule is off" }
    if case .from(let minutes) = window { return "it speaks from T+\(minutes) on" }
    switch condition {
    case .change where monitoringProtocol.baseline != .firstReading:
      return "a change from baseline is judged after the start"
    case .notFalling, .unattended: return "it counts from the start"
    case .furtherDose: return "it is about doses after the first"
    case .lasting(let lasting):
      guard case .untilMinute = lasting.length else { return nil }
      return "it counts from the start"
    case .absolute, .derived, .change, .rate, .consciousness, .crisis, .severity, .distressing,
      .presence, .scale, .news2, .combination, .unverified:
      return nil
    }
  }
}
