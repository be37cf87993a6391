import SessionRecord

/// Which rules an observation can say anything to, so that the others are not asked.
struct RuleIndex {
  /// By the sign's place among all signs.
  private var bySign: [[Int]]
  /// Rules that look at every set of vital signs, or at what of it is doubted.
  private var vitals: [Int] = []
  private var effects: [Int] = []
  private var doses: [Int] = []

  private var scales: [Int] = []

  init(_ rules: [Rule]) {
    bySign = Array(repeating: [], count: VitalSign.allCases.count + 1)
    for (place, rule) in rules.enumerated() where !rule.isOff {
      switch rule.condition {
      case .absolute(let limit): bySign[limit.sign.rawValue].append(place)
      case .change(let change): bySign[change.sign.rawValue].append(place)
      case .rate(let rate): bySign[rate.sign.rawValue].append(place)
      case .notFalling(let rule): bySign[rule.sign.rawValue].append(place)
      case .consciousness: bySign[VitalSign.consciousness.rawValue].append(place)
      case .derived, .news2: vitals.append(place)
      case .crisis:
        vitals.append(place)
        effects.append(place)
      case .severity, .distressing, .presence: effects.append(place)
      case .scale: scales.append(place)
      case .combination(let combination): add(combination, at: place)
      case .unverified:
        vitals.append(place)
        doses.append(place)
      case .lasting, .furtherDose, .unattended: break
      }
    }
  }

  /// A combination is asked by what its conditions read.
  private mutating func add(_ combination: Combination, at place: Int) {
    let conditions = combination.parts.flatMap(\.any)
    var signs = SignSet()
    var readsAnySet = false
    var readsEffects = false
    var readsScales = false
    for condition in conditions {
      switch condition {
      case .absolute(let limit): signs.insert(limit.sign)
      case .change(let change): signs.insert(change.sign)
      case .consciousness: signs.insert(.consciousness)
      case .derived, .unverified: readsAnySet = true
      case .crisis:
        readsAnySet = true
        readsEffects = true
      case .severity, .distressing, .presence: readsEffects = true
      case .scale: readsScales = true
      case .rate, .notFalling, .lasting, .news2, .combination, .furtherDose, .unattended: break
      }
    }
    if readsAnySet {
      vitals.append(place)
    } else if let only = signs.only {
      bySign[only].append(place)
    } else if !signs.isEmpty {
      // Of several signs a set may have more than one, and is asked once.
      vitals.append(place)
    }
    if readsEffects { effects.append(place) }
    if readsScales { scales.append(place) }
    // The first dose is noted also where no condition is about a further one.
    doses.append(place)
  }

  /// The places of the rules to ask.
  func places(_ observation: Observation) -> [Int] {
    switch observation.content {
    case .vitals:
      var places = vitals
      observation.signs.forEach { places += bySign[$0] }
      return places
    case .effect: return effects
    case .dose: return doses
    case .scale: return scales
    default: return []
    }
  }
}
