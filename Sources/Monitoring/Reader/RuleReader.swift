import SessionRecord

/// Reads the rules: what they share here, what is a kind's own in `ConditionReader`.
struct RuleReader {
  private static let sharedKeys = [
    "priority", "repeat", "off", "stopCriterion", "standing", "source", "text",
  ]

  let standings: StandingReader
  let vocabulary: Vocabulary
  /// Whether the protocol says how NEWS2 is taken together.
  let takesNEWS2: Bool

  func rules(_ node: ProtocolNode) throws(ProtocolRefusal) -> [Rule] {
    var rules: [Rule] = []
    let conditions = ConditionReader(
      vocabulary: vocabulary,
      takesNEWS2: takesNEWS2,
      named: try NamedRules(in: node)
    )
    for element in try node.list() {
      let rule = try rule(element.anyObject(), conditions)
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

  private func rule(
    _ unchecked: ProtocolObject,
    _ conditions: ConditionReader
  ) throws(ProtocolRefusal) -> Rule {
    let kind = try unchecked.required("kind").word(RuleKind.allCases.map { ($0.rawValue, $0) })
    let object = try unchecked.allowing(["id", "kind"] + kind.keys + RuleReader.sharedKeys)
    let id = try id(object.required("id"))
    let condition = try conditions.condition(ofRule: kind, object)
    let priority = try object.required("priority")
      .word(Priority.allCases.reversed().map { ($0.word, $0) })
    let asksForRepeat = try asksForRepeat(kind, object)
    let opening = try FlagOpening(reading: object, condition, asksForRepeat: asksForRepeat)
    let clearing = try ClearingReader(standings: standings).clearing(condition, object)
    let isOff = try object.optional("off")?.truth() ?? false
    let isStopCriterion = try object.optional("stopCriterion")?.truth() ?? false
    let basis = try standings.basis(of: object)
    let text =
      try object.optional("text")?.words("the clinic's words", most: 1_000, mayBeEmpty: true) ?? ""
    return Rule(
      id: id,
      condition: condition,
      priority: priority,
      asksForRepeat: asksForRepeat,
      clearing: clearing,
      window: opening.window,
      sustained: opening.sustained,
      spo2Scale: opening.spo2Scale,
      isOff: isOff,
      isStopCriterion: isStopCriterion,
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
}

extension RuleID {
  /// What the rule ids of all overdue flags begin with, whatever their group.
  fileprivate static let overdue = GroupID("").overdueRule.text

  /// Whether flags about time carry it, which no rule of a protocol raises.
  fileprivate var isReserved: Bool {
    text.hasPrefix(RuleID.overdue) || self == Silence.rule
  }
}
