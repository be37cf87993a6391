import SessionRecord

/// Rules that look at a time for which the schedule asks for nothing any more.
struct BeyondSchedule: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.askedRules.compactMap { rule in
      guard let minute = rule.firstMinute, minute <= NeverFiringRules.longestMinutes,
        let last = monitoringProtocol.lastSlot(askingFor: rule.condition.inputs),
        .minutes(minute) - last.tolerance > .minutes(last.minutes)
      else { return nil }
      return rule.finding(
        "It opens flags only from T+\(minute), but the last reading that it needs is due at"
          + " T+\(last.minutes).",
        "Let it begin earlier, or add a slot."
      )
    }
  }
}

extension Rule {
  /// The minute from time zero before which it opens nothing; nil where it may from the beginning.
  fileprivate var firstMinute: Int? {
    if case .from(let minutes) = window { return minutes }
    switch condition {
    case .notFalling(let rule): return rule.minutes
    case .lasting(let lasting):
      return switch lasting.length {
      case .untilMinute(let minute): minute
      case .minutes: nil
      }
    default:
      guard case .minutes(let minutes) = sustained else { return nil }
      return minutes
    }
  }
}
