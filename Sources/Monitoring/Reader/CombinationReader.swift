import SessionRecord

/// Reads a combination: its parts, and of each part the alternatives.
struct CombinationReader {
  /// More than a person can keep in mind.
  private static let most = 20

  let conditions: ConditionReader

  func combination(_ object: ProtocolObject) throws(ProtocolRefusal) -> Combination {
    let title = try object.required("title").words("a title", most: 200)
    let parts = try parts(object)
    let within = try object.required("within").minutes()
    return Combination(parts, withinMinutes: within, title: title)
  }

  private func parts(_ object: ProtocolObject) throws(ProtocolRefusal) -> [Combination.Part] {
    let any = object.optional("any")
    guard let all = object.optional("all") else {
      guard let any else { throw object.node.refusal("The key “all” or “any” is missing.") }
      return [Combination.Part(any: try alternatives(any))]
    }
    if let any {
      throw any.refusal("A combination has “all” of some parts or “any” of them, not both.")
    }
    var parts: [Combination.Part] = []
    for element in try few(all) {
      let part = try part(element)
      guard !parts.contains(part) else { throw element.refusal("This part is listed twice.") }
      parts.append(part)
    }
    guard parts.count > 1 else {
      throw all.refusal("Expected at least two parts; for alternatives write “any”.")
    }
    return parts
  }

  private func part(_ node: ProtocolNode) throws(ProtocolRefusal) -> Combination.Part {
    let object = try node.anyObject()
    guard let any = object.optional("any") else {
      return Combination.Part(any: [try condition(object)])
    }
    _ = try object.allowing(["any"])
    return Combination.Part(any: try alternatives(any))
  }

  private func alternatives(_ node: ProtocolNode) throws(ProtocolRefusal) -> [Condition] {
    var found: [Condition] = []
    for element in try few(node) {
      let condition = try condition(element.anyObject())
      guard !found.contains(condition) else {
        throw element.refusal("This condition is listed twice.")
      }
      found.append(condition)
    }
    guard !found.isEmpty else { throw node.refusal("Expected at least one condition.") }
    return found
  }

  private func few(_ node: ProtocolNode) throws(ProtocolRefusal) -> [ProtocolNode] {
    let elements = try node.list()
    guard elements.count <= CombinationReader.most else {
      throw node.refusal("Expected at most \(CombinationReader.most), found \(elements.count).")
    }
    return elements
  }

  /// A rule's condition by its id, or one that is written here.
  private func condition(_ object: ProtocolObject) throws(ProtocolRefusal) -> Condition {
    if let rule = object.optional("rule") {
      if let kind = object.optional("kind") {
        throw kind.refusal("A condition is a “rule” by its id or has a “kind”, not both.")
      }
      _ = try object.allowing(["rule"])
      return try condition(ofRule: rule)
    }
    guard let kindNode = object.optional("kind") else {
      _ = try object.allowing(["rule", "kind", "any"])
      throw object.node.refusal("The key “rule” or “kind” is missing.")
    }
    let kind = try kindNode.word(
      RuleKind.allCases.filter(\.mayBeCombined).map { ($0.rawValue, $0) }
    )
    return try conditions.condition(kind, object.allowing(["kind"] + kind.conditionKeys))
  }

  private func condition(ofRule node: ProtocolNode) throws(ProtocolRefusal) -> Condition {
    let (kind, object) = try conditions.named.rule(node)
    guard kind.mayBeCombined else {
      throw node.refusal("A rule of kind “\(kind.rawValue)” is no part of a combination.")
    }
    let condition = try conditions.condition(ofRule: kind, object)
    if case .furtherDose(let dose) = condition, dose.when == .whileHigh {
      throw node.refusal("A further dose while a high flag is open is no part of a combination.")
    }
    return condition
  }
}
