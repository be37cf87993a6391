import SessionRecord

/// Which rules an observation can say anything to, so that the others are not asked.
struct RuleIndex {
  /// By the sign's place among all signs.
  private var bySign: [[Int]]
  /// Rules that look at every set of vital signs, or at what of it is doubted.
  private var vitals: [Int] = []
  private var effects: [Int] = []
  private var doses: [Int] = []

  init(_ rules: [Rule]) {
    bySign = Array(repeating: [], count: VitalSign.allCases.count + 1)
    for (place, rule) in rules.enumerated() {
      switch rule.condition {
      case .absolute(let limit): bySign[limit.sign.rawValue].append(place)
      case .change(let change): bySign[change.sign.rawValue].append(place)
      case .consciousness: bySign[VitalSign.consciousness.rawValue].append(place)
      case .crisis:
        vitals.append(place)
        effects.append(place)
      case .severity, .distressing: effects.append(place)
      case .unverified:
        vitals.append(place)
        doses.append(place)
      }
    }
  }

  /// The places of the rules to ask.
  func places(_ observation: Observation) -> [Int] {
    switch observation.content {
    case .vitals(let set):
      set.readings.keys.reduce(into: vitals) { $0 += bySign[$1.rawValue] }
    case .effect: effects
    case .dose: doses
    default: []
    }
  }
}
