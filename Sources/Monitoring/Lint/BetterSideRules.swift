import SessionRecord

/// Rules that flag the better side of a scale.
struct BetterSideRules: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.askedRules.compactMap { rule in
      guard case .scale(let limit) = rule.condition,
        let scale = monitoringProtocol.scale(named: limit.scale),
        limit.comparison.isUpper != (scale.worse == .higher)
      else { return nil }
      return rule.finding(
        "It flags the better scores: \(scale.title) is worse the \(scale.worse.rawValue) it is.",
        "Turn the comparison round, or correct “worse”."
      )
    }
  }
}
