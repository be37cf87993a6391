/// Stop criteria that are off, so that nobody is ever told that they are met.
struct OffStopCriteria: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.rules.filter { $0.isOff && $0.isStopCriterion }.map { rule in
      rule.finding(
        "It is a stop criterion, but the rule is off.",
        "Take out “off”, or take out “stopCriterion”."
      )
    }
  }
}
