import Monitoring
import SessionRecord

/// Every limit that a session's values are compared with, by sign, so that no value is shown on the
/// other side of one.
struct Limits {
  private var bySign: [VitalSign: [BrokenLimit]]
  private var byDerived: [DerivedSign: [BrokenLimit]]
  /// The most of the own drug expected in one dose, in thousandths of mg/kg.
  let mostMilligramsPerKilogram: Int?

  /// No limits: nothing is compared, as in a list of patients.
  static let none = Limits(bySign: [:], mostMilligramsPerKilogram: nil)

  init(
    bySign: [VitalSign: [BrokenLimit]],
    byDerived: [DerivedSign: [BrokenLimit]] = [:],
    mostMilligramsPerKilogram: Int? = nil
  ) {
    self.bySign = bySign
    self.byDerived = byDerived
    self.mostMilligramsPerKilogram = mostMilligramsPerKilogram
  }

  init(_ file: SessionFile) {
    self.init(
      bySign: [:],
      mostMilligramsPerKilogram: file.monitoringProtocol.formulary.mostMilligramsPerKilogram
    )
    for rule in file.monitoringProtocol.rules {
      add(rule.condition, from: file.assessment.baseline)
    }
    for flag in file.assessment.flags { add(flag) }
  }

  /// The limit of one flag, where its session's others are not at hand.
  init(_ flag: Flag) {
    self = .none
    add(flag)
  }

  subscript(sign: VitalSign) -> [BrokenLimit] { bySign[sign] ?? [] }
  subscript(sign: DerivedSign) -> [BrokenLimit] { byDerived[sign] ?? [] }
  /// Of a mean pressure, given or reckoned.
  var ofMean: [BrokenLimit] { self[.meanArterial] + self[.meanPressure] }

  private mutating func add(_ condition: Condition, from baseline: [VitalSign: Baseline]) {
    func limit(_ change: BaselineChange) -> BrokenLimit? {
      guard let own = baseline[change.sign]?.value, own.count > 0 else { return nil }
      return change.limit(from: own)
    }
    switch condition {
    case .absolute(let absolute):
      bySign[absolute.sign, default: []].append(
        BrokenLimit(comparison: absolute.comparison, numerator: absolute.limit)
      )
    case .derived(let derived):
      byDerived[derived.sign, default: []].append(
        BrokenLimit(comparison: derived.comparison, numerator: derived.limit)
      )
    case .change(let change):
      if let limit = limit(change) { bySign[change.sign, default: []].append(limit) }
    case .notFalling(let rule):
      let change = BaselineChange(rule.sign, .atOrOver, .absolute(rule.over))
      if let limit = limit(change) { bySign[rule.sign, default: []].append(limit) }
    case .combination(let combination):
      for part in combination.parts {
        for alternative in part.any { add(alternative, from: baseline) }
      }
    case .rate, .consciousness, .crisis, .severity, .distressing, .presence, .lasting, .scale,
      .news2, .furtherDose, .unattended, .unverified:
      break
    }
  }

  private mutating func add(_ flag: Flag) {
    guard let limit = flag.limit else { return }
    switch flag.measure {
    case .sign(let sign): bySign[sign, default: []].append(limit)
    case .derived(let sign): byDerived[sign, default: []].append(limit)
    case .rate, .effect, .scale, .news2, .rule, .unverified, .group, .session: break
    }
  }
}
