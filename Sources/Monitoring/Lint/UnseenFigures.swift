/// Numbers that are said to be cited, but stand in none of the words of their sources.
struct UnseenFigures: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let sources = monitoringProtocol.sources
    let counted = sources.mapValues(SourceFigures.init)
    return monitoringProtocol.bases.compactMap { named in
      // A source that says nothing at all is found elsewhere.
      guard named.basis.standing == .cited,
        named.basis.sources.contains(where: { !(sources[$0] ?? "").isPlaceholder })
      else { return nil }
      let seen = named.basis.sources.filter { !(sources[$0] ?? "").isProposal }
      let unseen = named.figures.filter { figure in
        !seen.contains { counted[$0]?.has(figure) ?? false }
      }
      guard !unseen.isEmpty else { return nil }
      let keys = listed((seen.isEmpty ? named.basis.sources : seen).map { "“\($0)”" })
      let figures = listed(unseen.map(\.written).onlyOnce)
      return ProtocolFinding(
        path: named.path,
        problem: "Its standing is “cited”, but the words of \(keys) do not have \(figures).",
        remedy: "Say adapted, clinic or proposed, or name the source that has it."
      )
    }
  }
}

extension String {
  /// Whether it only says that something is proposed, so that nothing was seen there.
  fileprivate var isProposal: Bool { lowercased().hasPrefix("propos") }
}
