import SessionRecord

/// Rules that can never fire, whatever is typed.
struct NeverFiringRules: ProtocolLint {
  /// The longest that a session goes on, for what counts minutes; a day, as the schedule's latest slot.
  static let longestMinutes = 1_440

  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.askedRules.compactMap { rule in
      reason(rule, monitoringProtocol).map {
        rule.finding("It can never fire: \($0).", "Correct it, or take the rule out.")
      }
    } + monitoringProtocol.askedRules.flatMap { deadAlternatives(of: $0, monitoringProtocol) }
  }

  private func reason(_ rule: Rule, _ monitoringProtocol: MonitoringProtocol) -> String? {
    if let reason = rule.condition.impossibility(under: monitoringProtocol) { return reason }
    if case .change = rule.condition, rule.window == .beforeStart,
      monitoringProtocol.baseline != .firstReading
    {
      return "a change from baseline is judged after the start, and it opens flags only before it"
    }
    if case .minutes(let minutes) = rule.sustained, minutes > NeverFiringRules.longestMinutes {
      return "\(minutes) minutes are longer than a day"
    }
    return nil
  }

  /// Alternatives of a combination that can never be, where another of the same part can.
  private func deadAlternatives(
    of rule: Rule,
    _ monitoringProtocol: MonitoringProtocol
  ) -> [ProtocolFinding] {
    guard case .combination(let combination) = rule.condition,
      rule.condition.impossibility(under: monitoringProtocol) == nil
    else { return [] }
    return combination.parts.enumerated().flatMap { place, part in
      part.any.compactMap { $0.impossibility(under: monitoringProtocol) }.map { reason in
        rule.finding(
          "An alternative of part \(place + 1) can never be there: \(reason).",
          "Correct it, or take the alternative out."
        )
      }
    }
  }
}

extension Condition {
  /// Why nothing can break it, as the end of a sentence; nil where something can.
  func impossibility(under monitoringProtocol: MonitoringProtocol) -> String? {
    switch self {
    case .absolute(let limit): limit.impossibility
    case .derived(let limit): limit.impossibility
    case .change(let change): change.impossibility
    case .rate(let rate): rate.impossibility
    case .notFalling(let rule): rule.impossibility
    case .severity(let limit): limit.impossibility(among: monitoringProtocol.typedEffects)
    case .distressing(let rule): rule.impossibility(among: monitoringProtocol.typedEffects)
    case .lasting(let lasting): lasting.impossibility
    case .scale(let limit): limit.impossibility(on: monitoringProtocol.scale(named: limit.scale))
    case .news2(.total(let least)):
      least > NEWS2.mostTotal ? "the highest NEWS2 that there can be is \(NEWS2.mostTotal)" : nil
    case .combination(let combination): combination.impossibility(under: monitoringProtocol)
    case .furtherDose(let rule): rule.impossibility(under: monitoringProtocol)
    case .unattended(let rule): longerThanADay(rule.minutes)
    case .consciousness, .crisis, .presence, .news2(.single), .unverified: nil
    }
  }
}

/// Why so many minutes never pass; nil where they can.
func longerThanADay(_ minutes: Int) -> String? {
  minutes > NeverFiringRules.longestMinutes ? "\(minutes) minutes are longer than a day" : nil
}

extension NEWS2 {
  /// Every parameter at its most.
  static let mostTotal = Parameter.allCases.reduce(0) { $0 + $1.most }
}

extension Combination {
  fileprivate func impossibility(under monitoringProtocol: MonitoringProtocol) -> String? {
    for (place, part) in parts.enumerated() {
      let reasons = part.any.map { $0.impossibility(under: monitoringProtocol) }
      guard reasons.allSatisfy({ $0 != nil }) else { continue }
      let none =
        parts.count == 1
        ? "none of its conditions can be there" : "part \(place + 1) can never be there"
      return none + (reasons.compactMap(\.self).first.map { ", since \($0)" } ?? "")
    }
    return nil
  }
}

extension FurtherDose {
  fileprivate func impossibility(under monitoringProtocol: MonitoringProtocol) -> String? {
    switch when {
    case .always, .soonerThan: nil
    case .whileHigh:
      monitoringProtocol.askedRules.contains { !$0.isProcess && $0.reachedPriority == .high }
        ? nil : "no rule about the patient reaches the priority high"
    }
  }
}
