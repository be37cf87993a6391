import SessionRecord

/// Reads what is to be measured: signs, effects and scales.
struct NeedReader {
  static let keys = ["signs", "effects", "scales"]

  let vocabulary: Vocabulary

  /// In the order signs, effects, scales; empty where none of the keys is there.
  func needs(_ object: ProtocolObject) throws(ProtocolRefusal) -> [Need] {
    let signs = try named(object, "signs") { (node) throws(ProtocolRefusal) in
      try node.word(VitalSign.allCases.map { ($0.key, Need.sign($0)) })
    }
    let effects = try named(object, "effects") { (node) throws(ProtocolRefusal) in
      Need.effect(try node.effect(among: vocabulary.effects))
    }
    let scales = try named(object, "scales") { (node) throws(ProtocolRefusal) in
      Need.scale(try vocabulary.scales.scale(node, instead: "list it among signs").name)
    }
    return signs + effects + scales
  }

  private func named(
    _ object: ProtocolObject,
    _ key: String,
    _ read: (ProtocolNode) throws(ProtocolRefusal) -> Need
  ) throws(ProtocolRefusal) -> [Need] {
    guard let node = object.optional(key) else { return [] }
    let needs = try node.distinct(read)
    guard !needs.isEmpty else {
      throw node.refusal("Expected at least one; leave the key out for none.")
    }
    return needs
  }
}
