import SessionRecord

/// Reads the rules: what they share here, what is a kind's own in `ConditionReader`.
struct RuleReader {
  let standings: StandingReader
  /// Every effect that can be typed under this protocol.
  let effects: [EffectName]

  func rules(_ node: ProtocolNode) throws(ProtocolRefusal) -> [Rule] {
    var rules: [Rule] = []
    for element in try node.list() {
      let rule = try rule(element.anyObject())
      guard !rules.contains(where: { $0.id == rule.id }) else {
        throw try element.anyObject().required("id").refusal(
          "Another rule has the id “\(rule.id)” already."
        )
      }
      rules.append(rule)
    }
    guard !rules.isEmpty else { throw node.refusal("Expected at least one rule.") }
    return rules
  }

  private func rule(_ unchecked: ProtocolObject) throws(ProtocolRefusal) -> Rule {
    let kind = try unchecked.required("kind").word(RuleKind.allCases.map { ($0.rawValue, $0) })
    let object = try unchecked.allowing(
      ["id", "kind"] + kind.keys + ["priority", "repeat", "standing", "source", "text"]
    )
    let id = try id(object.required("id"))
    let condition = try ConditionReader(effects: effects).condition(kind, object)
    let priority = try object.required("priority")
      .word(Priority.allCases.reversed().map { ($0.word, $0) })
    let asksForRepeat = try asksForRepeat(kind, object)
    let clearing = try clearing(condition, object)
    let basis = try standings.basis(of: object)
    let text =
      try object.optional("text")?.words("the clinic's words", most: 1_000, mayBeEmpty: true) ?? ""
    return Rule(
      id: id,
      condition: condition,
      priority: priority,
      asksForRepeat: asksForRepeat,
      clearing: clearing,
      text: text,
      standing: basis.standing,
      sources: basis.sources
    )
  }

  private func id(_ node: ProtocolNode) throws(ProtocolRefusal) -> RuleID {
    let id = RuleID(try node.key("a rule's id"))
    guard !id.isReserved else {
      throw node.refusal(
        "“\(RuleID.overdue)…” and “\(Silence.rule)” are the ids of flags that need no rule; "
          + "choose another."
      )
    }
    return id
  }

  private func asksForRepeat(
    _ kind: RuleKind,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) -> Bool {
    guard kind.mayAskForRepeat else {
      guard let node = object.optional("repeat"), try node.truth() else { return false }
      throw node.refusal("A rule of kind “\(kind.rawValue)” has no repeat; it starts confirmed.")
    }
    return try object.required("repeat").truth()
  }

  private func clearing(
    _ condition: Condition,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) -> Clearing {
    guard let node = object.optional("clear") else {
      guard condition.margined == nil else {
        throw object.node.refusal("The key “clear” is missing.")
      }
      return Clearing(count: Clearing.usualCount, margin: 0)
    }
    let widest = condition.margined
    let clear = try node.object(
      keys: ["count"] + (widest == nil ? [] : ["margin"]) + ["standing", "source"]
    )
    let hasOwn = clear.optional("standing") != nil || clear.optional("source") != nil
    let basis = hasOwn ? try standings.basis(of: clear) : nil
    let count =
      try clear.optional("count")?.wholeNumber("a number of values", in: 1...20)
      ?? Clearing.usualCount
    guard let widest else { return Clearing(count: count, margin: 0, basis: basis) }
    let margin = try clear.required("margin").number("a margin", in: 0...widest)
    return Clearing(count: count, margin: margin, basis: basis)
  }
}

extension Clearing {
  /// Values that clear a flag, where the protocol does not say how many.
  ///
  /// Proposed by this project; no publication claims it.
  static let usualCount = 2
}

extension RuleID {
  /// What the rule ids of all overdue flags begin with, whatever their group.
  fileprivate static let overdue = GroupID("").overdueRule.text

  /// Whether flags about time carry it, which no rule of a protocol raises.
  fileprivate var isReserved: Bool {
    text.hasPrefix(RuleID.overdue) || self == Silence.rule
  }
}

extension Condition {
  /// The widest margin that the sign has room for, in thousandths; nil where nothing has a margin.
  fileprivate var margined: Int? {
    let sign: VitalSign
    switch self {
    case .absolute(let limit): sign = limit.sign
    case .change(let change): sign = change.sign
    case .consciousness, .crisis, .severity, .distressing, .unverified: return nil
    }
    let possible = PlausibleRange.possible(sign)
    return possible.upperBound - possible.lowerBound
  }
}
