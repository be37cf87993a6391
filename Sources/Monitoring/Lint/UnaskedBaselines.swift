import SessionRecord

/// Rules that compare with a baseline for which no group wants a set before the first dose.
struct UnaskedBaselines: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.askedRules.compactMap { rule in
      let missing = rule.condition.baselineSigns.onlyOnce.filter { sign in
        let need = Need.sign(sign)
        return monitoringProtocol.asks(for: need)
          && !monitoringProtocol.schedule.ifIndicated.contains(need)
          && !monitoringProtocol.schedule.groups.contains {
            $0.baselineSets > 0 && $0.needs.contains(need)
          }
      }
      guard !missing.isEmpty else { return nil }
      return rule.finding(
        "It compares with a baseline, but no group that has \(listed(missing.map(\.name))) wants a"
          + " baseline set.",
        "Give the group “baselineSets” of 1 or more."
      )
    }
  }
}
