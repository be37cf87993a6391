import Monitoring
package import RecordStore
package import SessionRecord

/// A protocol that the clinic adopted, with its exact text.
package struct AdoptedProtocol {
  package let adoption: Adoption
  package let text: [UInt8]
}

extension Supervision {
  /// Keeps the clinic's word that it uses a protocol, from now on the one of its id.
  ///
  /// A protocol about which `protocol check` has something to say takes a reason, which is kept; where
  /// it has nothing to say, there is nothing that a reason could be for.
  package func adopt(
    protocolText text: [UInt8],
    named name: String,
    by clinician: ClinicianCode,
    because reason: String? = nil,
    in zone: Zone
  ) throws -> AdoptionOutcome {
    let monitoringProtocol = try MonitoringProtocol(reading: text, from: name)
    let findings = ProtocolCheck(monitoringProtocol).findings
    let isGiven = reason.map { !$0.allSatisfy(\.isWhitespace) }
    guard isGiven != false else { throw SupervisionRefusal.reasonMissing }
    if findings.isEmpty, reason != nil {
      throw SupervisionRefusal.adoptionNeedsNoReason(monitoringProtocol.id)
    }
    if !findings.isEmpty, reason == nil, try !isAdopted(text, as: monitoringProtocol.id) {
      throw SupervisionRefusal.protocolHasFindings(
        monitoringProtocol.id,
        findings.count,
        name: name
      )
    }
    return try store.adopt(
      text: text,
      id: monitoringProtocol.id,
      version: monitoringProtocol.version,
      by: clinician,
      at: Stamp(clock.now(), in: zone),
      remark: reason
    )
  }

  /// The adopted protocol that a name means: an id for its newest text, or `id@version` for the newest
  /// adopted one of that version; nil where none was.
  package func adoptedProtocol(named name: String) throws -> AdoptedProtocol? {
    let adoption: Adoption?
    if let mark = name.lastIndex(of: "@") {
      adoption = try store.adopted(
        ProtocolID(String(name[..<mark])),
        version: String(name[name.index(after: mark)...])
      )
    } else {
      adoption = try store.adopted(ProtocolID(name))
    }
    guard let adoption else { return nil }
    guard let text = try store.protocolText(adoption.digest) else {
      throw RecordRefusal.protocolNotKept(adoption.id)
    }
    return AdoptedProtocol(adoption: adoption, text: text)
  }

  /// Refuses, in a clinic's record, a text that is not the newest adopted one of its id.
  ///
  /// In a training or demonstration record the protocols that come with Vigil may be used as they are.
  func requireAdopted(
    _ text: [UInt8],
    as monitoringProtocol: MonitoringProtocol,
    named name: String
  ) throws {
    guard store.purpose == .clinic else { return }
    let newest = try store.adopted(monitoringProtocol.id)
    guard newest == nil || newest?.digest != text.protocolDigest else { return }
    throw SupervisionRefusal.protocolNotAdopted(
      monitoringProtocol.id,
      version: monitoringProtocol.version,
      name: name,
      adopted: newest?.version
    )
  }

  private func isAdopted(_ text: [UInt8], as id: ProtocolID) throws -> Bool {
    try store.adopted(id).map { $0.digest == text.protocolDigest } ?? false
  }
}
