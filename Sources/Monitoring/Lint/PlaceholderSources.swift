/// Numbers that are said to be cited, whose only source has no words that say where it is.
struct PlaceholderSources: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.bases.filter { named in
      named.basis.standing == .cited
        && named.basis.sources.allSatisfy { key in
          (monitoringProtocol.sources[key] ?? "").isPlaceholder
        }
    }.map { named in
      let keys = listed(named.basis.sources.map { "“\($0)”" })
      return ProtocolFinding(
        path: named.path,
        problem: "Its standing is “cited”, but the source \(keys) says nothing yet.",
        remedy: "Write where the number was seen, or give it the standing “clinic”."
      )
    }
  }
}

extension String {
  /// What people write where the words are still to come.
  private static let emptyWords: Set<String> = [
    "", "todo", "to do", "tbd", "tba", "tbc", "fixme", "xxx", "na", "none", "unknown", "source",
    "sources", "reference", "ref", "citation", "placeholder", "to be added", "fill in", "add later",
    "where", "later",
  ]

  var isPlaceholder: Bool {
    let letters = lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0 == " " }
    let words = String(String.UnicodeScalarView(letters)).split(separator: " ")
    return String.emptyWords.contains(words.joined(separator: " "))
  }
}
