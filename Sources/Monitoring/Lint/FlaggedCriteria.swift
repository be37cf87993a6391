import SessionRecord

/// Limits that are broken by the very value that a criterion for leaving asks for.
struct FlaggedCriteria: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.askedRules.filter { $0.window != .beforeStart }.compactMap { rule in
      for criterion in monitoringProtocol.leaving {
        guard case .value(let asked) = criterion.requirement,
          let value = rule.condition.broken(by: asked)
        else { continue }
        return rule.finding(
          "It flags what the criterion “\(criterion.id)” for leaving asks for: \(asked.sign.name)"
            + " \(asked.sign.writtenValue(value)).",
          "Turn the comparison round, or move the limit or the criterion."
        )
      }
      return nil
    }
  }
}

extension Condition {
  /// The bound that a criterion asks for and this flags; nil where it flags neither.
  fileprivate func broken(by asked: SettledValue) -> Int? {
    let bounds = [asked.atLeast, asked.atMost].compactMap(\.self)
    return switch self {
    case .absolute(let limit) where limit.sign == asked.sign:
      bounds.first(where: limit.broken.isBroken)
    case .consciousness(let limit) where asked.sign == .consciousness:
      bounds.first { $0 >= limit.level.rawValue * 1_000 }
    default: nil
    }
  }
}
