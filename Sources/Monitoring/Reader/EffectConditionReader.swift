import SessionRecord

/// Reads what breaks a rule on effects, or on what goes on around a remote patient.
struct EffectConditionReader {
  let vocabulary: Vocabulary

  func severity(_ object: ProtocolObject) throws(ProtocolRefusal) -> EffectSeverity {
    EffectSeverity(
      atLeast: try severity(object.required("atLeast")),
      only: try graded(object, "only"),
      except: try graded(object, "except")
    )
  }

  func distressing(_ object: ProtocolObject) throws(ProtocolRefusal) -> DistressingEffect {
    DistressingEffect(only: try graded(object, "only"), except: try graded(object, "except"))
  }

  func presence(_ object: ProtocolObject) throws(ProtocolRefusal) -> EffectPresence {
    EffectPresence(try object.required("only").effects(among: vocabulary.occurrences))
  }

  func lasting(_ object: ProtocolObject) throws(ProtocolRefusal) -> LastingEffect {
    let effects = try object.required("only").effects(among: vocabulary.occurrences)
    let atLeast = try object.optional("atLeast").map { (node) throws(ProtocolRefusal) in
      if let effect = effects.first(where: \.isCircumstance) {
        throw node.refusal("“\(effect.text)” has no grade.")
      }
      return try severity(node)
    }
    return LastingEffect(effects, atLeast: atLeast, try length(object))
  }

  private func length(_ object: ProtocolObject) throws(ProtocolRefusal) -> LastingEffect.Length {
    let until = object.optional("untilMinute")
    if let minutes = object.optional("minutes") {
      if let until {
        throw until.refusal("An effect lasts for “minutes” or until a minute, not both.")
      }
      return .minutes(try minutes.minutes(in: 1...1_440))
    }
    guard let until else {
      throw object.node.refusal("The key “minutes” or “untilMinute” is missing.")
    }
    return .untilMinute(try until.minutes(in: 1...1_440))
  }

  private func severity(_ node: ProtocolNode) throws(ProtocolRefusal) -> Severity {
    try node.word(Severity.allCases.map { ($0.word, $0) })
  }

  private func graded(
    _ object: ProtocolObject,
    _ key: String
  ) throws(ProtocolRefusal) -> [EffectName] {
    try object.optional(key)?.effects(among: vocabulary.effects) ?? []
  }
}
