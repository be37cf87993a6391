import Monitoring
import SessionRecord

/// A dose of a protocol's own drug as it is given here: one, or three devices five minutes apart.
///
/// Its amounts only fill the line; how far a patient's values move does not depend on them.
struct SimulatedDose {
  let minute: Double
  let content: Content

  static func all(of monitoringProtocol: MonitoringProtocol) throws -> [SimulatedDose] {
    let formulary = monitoringProtocol.formulary
    func dose(_ thousandths: Int, _ unit: DoseUnit, over: Int? = nil) throws -> Content {
      .dose(
        try Dose(
          drug: formulary.ownDrug,
          amount: try Amount(thousandths: thousandths, unit),
          route: formulary.ownRoute,
          overMinutes: over
        )
      )
    }
    switch formulary.ownRoute {
    case .intravenous:
      return [SimulatedDose(minute: 0, content: try dose(500, .milligramPerKilogram, over: 40))]
    case .intranasal:
      return try [0, 5, 10].map { SimulatedDose(minute: $0, content: try dose(28_000, .milligram)) }
    default:
      return [SimulatedDose(minute: 0, content: try dose(36_000, .milligram))]
    }
  }
}
