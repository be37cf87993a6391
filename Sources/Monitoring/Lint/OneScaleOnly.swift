import SessionRecord

/// Low limits of SpO2 for one of its two scales, where a session on the other has none.
struct OneScaleOnly: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let limits = monitoringProtocol.askedRules.filter(\.limitsLowSaturation)
    let other: [(SpO2Scale, none: SpO2Scale)] = [(.one, none: .two), (.two, none: .one)]
    return other.compactMap { scale, none in
      guard let first = limits.first(where: { $0.spo2Scale == scale }),
        limits.allSatisfy({ $0.spo2Scale == scale })
      else { return nil }
      return first.finding(
        "SpO2 has a low limit on scale \(scale.rawValue) and none on scale \(none.rawValue): in a"
          + " session on scale \(none.rawValue) no SpO2 is ever too low.",
        "Add a limit of SpO2 with “spo2Scale” \(none.rawValue)."
      )
    }
  }
}

extension Rule {
  /// Whether it limits SpO2 from below once the session has begun.
  fileprivate var limitsLowSaturation: Bool {
    guard case .absolute(let limit) = condition else { return false }
    return limit.sign == .spo2 && !limit.comparison.isUpper && window != .beforeStart
  }
}
