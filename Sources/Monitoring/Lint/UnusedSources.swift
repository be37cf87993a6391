/// Sources that no number names.
struct UnusedSources: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let used = Set(monitoringProtocol.bases.flatMap(\.basis.sources))
    return monitoringProtocol.sources.keys.filter { !used.contains($0) }.sorted().map { key in
      ProtocolFinding(
        path: "sources.\(key)",
        problem: "No number of the protocol has the source “\(key)”.",
        remedy: "Name it where it belongs, or take it out."
      )
    }
  }
}
