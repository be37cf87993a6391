import Monitoring
import SessionRecord

/// Every limit that a session's values are compared with, by sign, so that no value is shown on the
/// other side of one.
struct Limits {
  private let bySign: [VitalSign: [BrokenLimit]]
  /// The most of the own drug expected in one dose, in thousandths of mg/kg.
  let mostMilligramsPerKilogram: Int?

  /// No limits: nothing is compared, as in a list of patients.
  static let none = Limits(bySign: [:], mostMilligramsPerKilogram: nil)

  init(bySign: [VitalSign: [BrokenLimit]], mostMilligramsPerKilogram: Int? = nil) {
    self.bySign = bySign
    self.mostMilligramsPerKilogram = mostMilligramsPerKilogram
  }

  init(_ file: SessionFile) {
    var found: [VitalSign: [BrokenLimit]] = [:]
    for rule in file.monitoringProtocol.rules {
      switch rule.condition {
      case .absolute(let limit):
        found[limit.sign, default: []].append(
          BrokenLimit(comparison: limit.comparison, numerator: limit.limit)
        )
      case .change(let change):
        guard let baseline = file.assessment.baseline[change.sign]?.value, baseline.count > 0
        else { continue }
        found[change.sign, default: []].append(change.limit(from: baseline))
      case .consciousness, .crisis, .severity, .distressing, .unverified: continue
      }
    }
    for flag in file.assessment.flags {
      if case .sign(let sign) = flag.measure, let limit = flag.limit {
        found[sign, default: []].append(limit)
      }
    }
    self.init(
      bySign: found,
      mostMilligramsPerKilogram: file.monitoringProtocol.formulary.mostMilligramsPerKilogram
    )
  }

  /// The limit of one flag, where its session's others are not at hand.
  init(_ flag: Flag) {
    if case .sign(let sign) = flag.measure, let limit = flag.limit {
      self.init(bySign: [sign: [limit]])
    } else {
      self = .none
    }
  }

  subscript(sign: VitalSign) -> [BrokenLimit] { bySign[sign] ?? [] }
}
