import SessionRecord

/// The doses of the protocol's own drug after the first, and the rules on them, which other flags decide.
struct FurtherDoses {
  private let ownDrug: String
  /// Places of the rules, with when each speaks.
  private let rules: [(place: Int, when: FurtherDose.When)]
  private var doses: [ObservedOrder] = []

  init(_ monitoringProtocol: MonitoringProtocol) {
    ownDrug = monitoringProtocol.formulary.ownDrug
    rules = monitoringProtocol.rules.enumerated().compactMap { place, rule in
      guard case .furtherDose(let condition) = rule.condition, !rule.isOff else { return nil }
      return (place, condition.when)
    }
  }

  /// Takes a change of the observations; whether there is something to judge.
  mutating func take(_ change: ObservedEntries.Change, in entries: ObservedEntries) -> Bool {
    guard !rules.isEmpty else { return false }
    let hadFurther = doses.count > 1
    if (change.removed + change.inserted).contains(where: isOwn) { fold(entries) }
    return hadFurther || doses.count > 1
  }

  mutating func fold(_ entries: ObservedEntries) {
    guard !rules.isEmpty else { return }
    doses = entries.observations.filter(isOwn).map(\.order)
  }

  /// Whether what is observed then can change what was found of a dose.
  func canChange(by observed: Instant) -> Bool {
    doses.count > 1 && doses.last.map { observed <= $0.observed } ?? false
  }

  /// What each rule says of the further doses, in order.
  ///
  /// *High* are the times in which a flag about the patient was high; *before* tells whether one that was
  /// first broken before an entry is.
  func judged(
    high: HighTimes,
    before isHigh: (ObservedOrder) -> Bool
  ) -> [(place: Int, values: [JudgedValue])] {
    guard let first = doses.first else { return rules.map { ($0.place, []) } }
    return rules.map { place, when in
      let values = doses.dropFirst().compactMap { order -> JudgedValue? in
        switch when {
        case .always: return nil
        case .whileHigh:
          guard isHigh(order) else { return nil }
          return FurtherDoses.alone(until: high.end(from: order.observed), at: order)
        case .soonerThan(let minutes):
          guard order.observed - first.observed < .minutes(minutes) else { return nil }
          return FurtherDoses.alone(until: nil, at: order)
        }
      }
      return (place, values)
    }
  }

  private static func alone(until end: Instant?, at order: ObservedOrder) -> JudgedValue {
    JudgedValue(Verdict(.alone(until: end), of: .unverified), at: order)
  }

  private func isOwn(_ observation: Observation) -> Bool {
    if case .dose(let dose) = observation.content { dose.drug == ownDrug } else { false }
  }
}
