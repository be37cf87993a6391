/// Reads on what a number stands, and which of the protocol's sources it names.
struct StandingReader {
  /// The protocol's sources in words, by key.
  let sources: [String: String]

  func basis(of object: ProtocolObject) throws(ProtocolRefusal) -> Basis {
    let standing = try object.required("standing")
      .word(Standing.allCases.map { ($0.rawValue, $0) })
    let node = try object.required("source")
    let sources = try node.distinct { (element) throws(ProtocolRefusal) in
      let key = try element.string()
      guard self.sources[key] != nil else {
        let known = self.sources.keys.sorted().joined(separator: ", ")
        throw element.expected(
          "a key of sources (\(known))",
          near: nearestName(to: key, among: self.sources.keys.sorted())
        )
      }
      return key
    }
    guard !sources.isEmpty else {
      throw node.refusal("Expected at least one key of sources; every number has a source.")
    }
    return Basis(standing, sources: sources)
  }
}
