import SessionRecord

/// Reads what breaks a rule: the keys of its kind.
struct ConditionReader {
  let vocabulary: Vocabulary
  /// Whether the protocol says how NEWS2 is taken together.
  let takesNEWS2: Bool
  let named: NamedRules

  /// What breaks a rule.
  func condition(
    ofRule kind: RuleKind,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) -> Condition {
    switch kind {
    case .furtherDose: .furtherDose(FurtherDose(try dose(object)))
    case .combination: .combination(try CombinationReader(conditions: self).combination(object))
    case .news2: .news2(try news2(object))
    case .lasting: .lasting(try effects.lasting(object))
    case .unattended:
      .unattended(Unattended(minutes: try object.required("minutes").minutes(in: 1...1_440)))
    case .unverified: .unverified(UnverifiedValue())
    case .limit, .derived, .change, .rate, .notFalling, .consciousness, .crisis, .severity,
      .distressing, .effect, .scale:
      try condition(kind, object)
    }
  }

  /// What is judged of one entry, in a rule or as a part of a combination.
  func condition(_ kind: RuleKind, _ object: ProtocolObject) throws(ProtocolRefusal) -> Condition {
    switch kind {
    case .limit: .absolute(try values.limit(object))
    case .derived: .derived(try values.derived(object))
    case .change: .change(try values.change(object))
    case .rate: .rate(try values.rate(object))
    case .notFalling: .notFalling(try values.notFalling(object))
    case .consciousness: .consciousness(try values.consciousness(object))
    case .crisis: .crisis(CrisisWord())
    case .severity: .severity(try effects.severity(object))
    case .distressing: .distressing(try effects.distressing(object))
    case .effect: .presence(try effects.presence(object))
    case .scale: .scale(try ScoreReader(scales: vocabulary.scales).scale(object))
    case .furtherDose: .furtherDose(FurtherDose(try soonerThan(object) ?? .always))
    case .lasting, .news2, .combination, .unattended, .unverified:
      try condition(ofRule: kind, object)
    }
  }

  private var values: ValueConditionReader { ValueConditionReader() }
  private var effects: EffectConditionReader { EffectConditionReader(vocabulary: vocabulary) }

  private func news2(_ object: ProtocolObject) throws(ProtocolRefusal) -> NEWS2Limit {
    guard takesNEWS2 else {
      throw try object.required("kind").refusal(
        "A rule of kind “news2” needs the protocol's “news2”, which says how far back a value counts."
      )
    }
    return try ScoreReader(scales: vocabulary.scales).news2(object)
  }

  private func dose(_ object: ProtocolObject) throws(ProtocolRefusal) -> FurtherDose.When {
    let sooner = try soonerThan(object)
    guard let node = object.optional("when") else {
      guard let sooner else {
        throw object.node.refusal("The key “when” or “soonerThan” is missing.")
      }
      return sooner
    }
    guard sooner == nil else {
      throw node.refusal("A further dose is “soonerThan” some minutes or “while-high”, not both.")
    }
    return try node.word([("while-high", .whileHigh)])
  }

  private func soonerThan(_ object: ProtocolObject) throws(ProtocolRefusal) -> FurtherDose.When? {
    try object.optional("soonerThan").map { (node) throws(ProtocolRefusal) in
      .soonerThan(minutes: try node.minutes(in: 1...1_440))
    }
  }
}
