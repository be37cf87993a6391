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

  /// Refuses to have it adopted without the reason that it needs, or with one that it does not need.
  ///
  /// *newest* is what the clinic adopted last under its id, and *name* the file that it is in.
  package func requireReason(
    _ reason: String?,
    replacing newest: MonitoringProtocol? = nil,
    named name: String
  ) throws(SupervisionRefusal) {
    let now = AdoptedDrug(monitoringProtocol)
    let before = newest.map(AdoptedDrug.init)
    let other = before.flatMap { $0.isAlike(now) ? nil : $0 }
    let findings = findings
    if reason != nil {
      guard other != nil || !findings.isEmpty else { throw .adoptionNeedsNoReason(now.id) }
      return
    }
    if let other { throw .otherDrugOrRoute(other, now: now, name: name, findings) }
    if !findings.isEmpty { throw .protocolHasFindings(now.id, findings) }
  }

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
