import SessionRecord

/// Reads what breaks a rule: the keys of its kind.
struct ConditionReader {
  /// Every effect that can be typed under this protocol.
  let effects: [EffectName]

  func condition(_ kind: RuleKind, _ object: ProtocolObject) throws(ProtocolRefusal) -> Condition {
    switch kind {
    case .limit: .absolute(try limit(object))
    case .change: .change(try change(object))
    case .consciousness:
      .consciousness(
        ConsciousnessLimit(
          try object.required("level").word(
            Consciousness.allCases.filter { $0 != .alert }.map { ($0.letter, $0) }
          )
        )
      )
    case .crisis: .crisis(CrisisWord())
    case .severity:
      .severity(
        EffectSeverity(
          atLeast: try object.required("atLeast").word(Severity.allCases.map { ($0.word, $0) }),
          only: try effects(object, "only"),
          except: try effects(object, "except")
        )
      )
    case .distressing:
      .distressing(
        DistressingEffect(
          only: try effects(object, "only"),
          except: try effects(object, "except")
        )
      )
    case .unverified: .unverified(UnverifiedValue())
    }
  }

  private func limit(_ object: ProtocolObject) throws(ProtocolRefusal) -> AbsoluteLimit {
    let sign = try sign(object)
    let comparison = try comparison(object)
    try unit(of: sign, object)
    let unit = sign.unit.isEmpty ? "" : " in \(sign.unit)"
    let limit = try object.required("limit")
      .number("a limit\(unit)", in: PlausibleRange.possible(sign))
    return AbsoluteLimit(sign, comparison, limit: limit)
  }

  private func change(_ object: ProtocolObject) throws(ProtocolRefusal) -> BaselineChange {
    let sign = try sign(object)
    let comparison = try comparison(object)
    if let percent = object.optional("percent") {
      for key in ["by", "unit"] {
        if let other = object.optional(key) {
          throw other.refusal("A change is by an amount with a unit, or by percent, not both.")
        }
      }
      let size = try percent.number(
        "a percentage",
        in: comparison.isUpper ? 1...1_000_000 : -99_999...(-1)
      )
      return BaselineChange(sign, comparison, .percent(size))
    }
    guard let by = object.optional("by") else {
      throw object.node.refusal("The key “by” or “percent” is missing.")
    }
    try unit(of: sign, object)
    let possible = PlausibleRange.possible(sign)
    let widest = possible.upperBound - possible.lowerBound
    let size = try by.number(
      "a change\(sign.unit.isEmpty ? "" : " in \(sign.unit)")",
      in: comparison.isUpper ? 1...widest : -widest...(-1)
    )
    return BaselineChange(sign, comparison, .absolute(size))
  }

  private func sign(_ object: ProtocolObject) throws(ProtocolRefusal) -> VitalSign {
    try object.required("sign").word(
      VitalSign.allCases.filter { $0 != .consciousness }.map { ($0.key, $0) }
    )
  }

  private func comparison(_ object: ProtocolObject) throws(ProtocolRefusal) -> Comparison {
    try object.required("comparison").word(Comparison.allCases.map { ($0.rawValue, $0) })
  }

  /// A scale has no unit; any other sign's is written, so that nobody reads kPa into mmHg.
  private func unit(of sign: VitalSign, _ object: ProtocolObject) throws(ProtocolRefusal) {
    guard sign.unit.isEmpty else {
      _ = try object.required("unit").word([(sign.unit, true)])
      return
    }
    if let node = object.optional("unit") { throw node.refusal("\(sign.name) has no unit.") }
  }

  private func effects(
    _ object: ProtocolObject,
    _ key: String
  ) throws(ProtocolRefusal) -> [EffectName] {
    guard let node = object.optional(key) else { return [] }
    let names = try node.distinct { (element) throws(ProtocolRefusal) in
      try element.effect(among: self.effects)
    }
    guard !names.isEmpty else {
      throw node.refusal("Expected at least one effect; leave the key out for none.")
    }
    return names
  }
}
