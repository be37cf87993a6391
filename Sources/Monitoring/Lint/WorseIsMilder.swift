import SessionRecord

/// Rules farther out than another of the same measure that yet reach only a lower priority.
struct WorseIsMilder: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let rules = monitoringProtocol.askedRules
    return rules.compactMap { farther in
      guard
        let nearer = rules.first(where: {
          $0.id != farther.id && farther.reachedPriority < $0.reachedPriority
            && $0.isBroken(whenever: farther)
            && !farther.condition.isBroken(wherever: $0.condition)
        })
      else { return nil }
      return farther.finding(
        "What breaks it (\(farther.reachedPriority.word)) is worse than what breaks “\(nearer.id)”,"
          + " which reaches \(nearer.reachedPriority.word): a worse value has the milder level.",
        "Raise its priority, or change the two limits."
      )
    }
  }
}

extension Rule {
  /// Whether it can open a flag by whatever can open one of the other.
  ///
  /// A rule with a narrower window, scale or run says nothing about all of the other's values.
  fileprivate func isBroken(whenever other: Rule) -> Bool {
    (window == .always || window == other.window)
      && (sustained == nil || sustained == other.sustained)
      && (spo2Scale == nil || spo2Scale == other.spo2Scale)
      && condition.isBroken(wherever: other.condition)
  }
}
