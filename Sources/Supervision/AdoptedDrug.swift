import Monitoring
package import SessionRecord

/// What a version of a protocol is for: its own drug, by its own route.
package struct AdoptedDrug: Hashable {
  package let id: ProtocolID
  package let version: String
  package let drug: String
  package let route: Route

  init(_ monitoringProtocol: MonitoringProtocol) {
    id = monitoringProtocol.id
    version = monitoringProtocol.version
    drug = monitoringProtocol.formulary.ownDrug
    route = monitoringProtocol.formulary.ownRoute
  }

  /// Whether another is for the same drug by the same route.
  func isAlike(_ other: AdoptedDrug) -> Bool { drug == other.drug && route == other.route }
}
