import SessionRecord

/// Gates that are asked in none of the settings that the protocol serves.
struct UnaskedGates: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let settings = monitoringProtocol.settings
    return monitoringProtocol.gates.filter { gate in
      settings.allSatisfy { gate.level(in: $0) == nil }
    }.map { gate in
      ProtocolFinding(
        path: gate.path,
        problem: "It is asked in no setting of this protocol, which serves"
          + " \(listed(settings.map(\.rawValue))).",
        remedy: "Give it a level there, or take it out."
      )
    }
  }
}
