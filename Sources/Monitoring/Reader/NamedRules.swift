import SessionRecord

/// The rules of a document by their ids, wherever in it they stand.
///
/// What is wrong with one of them is said where it stands, not where it is named.
struct NamedRules {
  private let rules: [String: ProtocolObject]

  /// What has no id that can be named is left out here; the reader of the rules refuses it.
  init(in list: ProtocolNode) throws(ProtocolRefusal) {
    var rules: [String: ProtocolObject] = [:]
    for element in try list.list() {
      guard let rule = try? element.anyObject(),
        case .string(let id)? = rule.optional("id")?.value.kind
      else { continue }
      if rules[id] == nil { rules[id] = rule }
    }
    self.rules = rules
  }

  /// The rule that an id names, and its kind.
  func rule(
    _ node: ProtocolNode
  ) throws(ProtocolRefusal) -> (kind: RuleKind, object: ProtocolObject) {
    let id = try node.key("a rule's id")
    guard let rule = rules[id] else {
      throw node.expected("the id of a rule", near: nearest(to: id, among: rules.keys.sorted()))
    }
    let kind = try rule.required("kind").word(RuleKind.allCases.map { ($0.rawValue, $0) })
    return (kind, rule)
  }
}
