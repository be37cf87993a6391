import SessionRecord

/// An object of a protocol's document: its keys are known, and each is asked for by name.
struct ProtocolObject {
  let node: ProtocolNode
  let members: [JSONMember]

  /// The same object, refused where it has a key that is not among these.
  ///
  /// Says the one key that was likely meant, or else every one that could stand there.
  func allowing(_ keys: [String]) throws(ProtocolRefusal) -> ProtocolObject {
    for member in members where !keys.contains(member.key) {
      let path = node.path.key(member.key)
      let missing = keys.filter { key in self.member(key) == nil }
      let near = nearest(to: member.key, among: missing)
      let listed = missing.isEmpty ? "no other here" : missing.joined(separator: ", ")
      throw TextPlace(of: member.keyOffset, in: node.document.bytes).refusal(
        "Unknown key; expected \(near ?? listed).",
        at: path,
        in: node.document.file
      )
    }
    return self
  }

  /// What stands at a key; nil where it is missing.
  func optional(_ key: String) -> ProtocolNode? {
    member(key).map(value(of:))
  }

  func value(of member: JSONMember) -> ProtocolNode {
    ProtocolNode(
      value: member.value,
      path: node.path.key(member.key),
      document: node.document
    )
  }

  func required(_ key: String) throws(ProtocolRefusal) -> ProtocolNode {
    guard let found = optional(key) else { throw node.refusal("The key “\(key)” is missing.") }
    return found
  }

  private func member(_ key: String) -> JSONMember? {
    members.first { $0.key == key }
  }
}
