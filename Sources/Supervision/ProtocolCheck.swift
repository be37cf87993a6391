package import Monitoring
import SessionRecord
import Shorthand

/// What is doubtful in a protocol: in itself, and in what a person would have to type under it.
///
/// Each name is really typed: it has to come back from the line as itself.
package struct ProtocolCheck {
  private let monitoringProtocol: MonitoringProtocol

  package init(_ monitoringProtocol: MonitoringProtocol) {
    self.monitoringProtocol = monitoringProtocol
  }

  /// In itself, by lint; then the names, in the order of the file's lists.
  package var findings: [ProtocolFinding] { monitoringProtocol.findings() + untypable }

  /// The names that do not come back, a finding each.
  package var untypable: [ProtocolFinding] {
    let typing = NameTyping(under: monitoringProtocol)
    let effects = monitoringProtocol.addedEffects.enumerated().compactMap {
      typing.finding(effect: $1, at: $0)
    }
    let medicines = monitoringProtocol.formulary.medicines.enumerated().compactMap {
      typing.finding(medicine: $1, at: $0)
    }
    let scales = monitoringProtocol.scales.enumerated().compactMap {
      typing.finding(scale: $1.scale, at: $0)
    }
    return effects + medicines + scales
  }
}
