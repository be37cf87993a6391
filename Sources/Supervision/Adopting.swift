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
  /// A protocol about which `protocol check` has something to say takes a reason, which is kept, and so
  /// does one for another drug or route than the newest of its id; for any other there is nothing that a
  /// reason could be for.
  package func adopt(
    protocolText text: [UInt8],
    named name: String,
    by clinician: ClinicianCode,
    because reason: String? = nil,
    in zone: Zone
  ) throws -> AdoptionOutcome {
    try require(.administrator, of: clinician)
    let monitoringProtocol = try MonitoringProtocol(reading: text, from: name)
    let isGiven = reason.map { !$0.allSatisfy(\.isWhitespace) }
    guard isGiven != false else { throw SupervisionRefusal.reasonMissing }
    let newest = try adoptedProtocol(named: monitoringProtocol.id)
    if newest?.adoption.digest != text.protocolDigest {
      try ProtocolCheck(monitoringProtocol).requireReason(
        reason,
        replacing: newest.flatMap(read),
        named: name
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

  /// A text that was adopted; nil where this version of Vigil can no longer read it, which must not keep
  /// the clinic from replacing it.
  private func read(_ adopted: AdoptedProtocol) -> MonitoringProtocol? {
    try? MonitoringProtocol(reading: adopted.text, from: adopted.adoption.id.text)
  }

  /// The adopted protocol that a name means: an id for its newest text, or `id@version` for the newest
  /// adopted one of that version; nil where none was.
  package func adoptedProtocol(named name: String) throws -> AdoptedProtocol? {
    if let mark = name.lastIndex(of: "@") {
      return try kept(
        store.adopted(
          ProtocolID(String(name[..<mark])),
          version: String(name[name.index(after: mark)...])
        )
      )
    }
    return try adoptedProtocol(named: ProtocolID(name))
  }

  /// The newest adopted one of an id.
  private func adoptedProtocol(named id: ProtocolID) throws -> AdoptedProtocol? {
    try kept(store.adopted(id))
  }

  private func kept(_ adoption: Adoption?) throws -> AdoptedProtocol? {
    guard let adoption else { return nil }
    guard let text = try store.protocolText(adoption.digest) else {
      throw RecordRefusal.protocolNotKept(adoption.id)
    }
    return AdoptedProtocol(adoption: adoption, text: text)
  }

  /// Refuses, in a clinic's record, a text that is not the newest adopted one of its id.
  ///
  /// In a training or demonstration record any protocol may be used as it is.
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
}
