import SessionRecord

/// Reads what breaks a rule on a value: the sign, the comparison, and by how much.
struct ValueConditionReader {
  func limit(_ object: ProtocolObject) throws(ProtocolRefusal) -> AbsoluteLimit {
    let sign = try sign(object)
    let comparison = try comparison(object)
    try unit(sign.unit, of: sign.name, object)
    let limit = try object.required("limit")
      .number("a limit\(words(sign.unit))", in: PlausibleRange.possible(sign))
    return AbsoluteLimit(sign, comparison, limit: limit)
  }

  func derived(_ object: ProtocolObject) throws(ProtocolRefusal) -> DerivedLimit {
    let sign = try object.required("value").word(DerivedSign.allCases.map { ($0.key, $0) })
    let comparison = try comparison(object)
    try unit(sign.unit, of: "The \(sign.name)", object)
    let limit = try object.required("limit")
      .number("a limit\(words(sign.unit))", in: sign.possible)
    return DerivedLimit(sign, comparison, limit: limit)
  }

  func change(_ object: ProtocolObject) throws(ProtocolRefusal) -> BaselineChange {
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
    try unit(sign.unit, of: sign.name, object)
    return BaselineChange(sign, comparison, .absolute(try size(by, sign, comparison)))
  }

  func rate(_ object: ProtocolObject) throws(ProtocolRefusal) -> RateOfChange {
    let sign = try sign(object)
    let comparison = try comparison(object)
    try unit(sign.unit, of: sign.name, object)
    return RateOfChange(
      sign,
      comparison,
      by: try size(object.required("by"), sign, comparison),
      withinMinutes: try object.required("within").minutes(in: 1...1_440)
    )
  }

  func notFalling(_ object: ProtocolObject) throws(ProtocolRefusal) -> NotFalling {
    let sign = try sign(object)
    try unit(sign.unit, of: sign.name, object)
    return NotFalling(
      sign,
      over: try size(object.required("over"), sign, .atOrOver),
      minutes: try object.required("minutes").minutes(),
      since: try object.required("since").word(
        NotFalling.Anchor.allCases.map { ($0.rawValue, $0) }
      )
    )
  }

  func consciousness(_ object: ProtocolObject) throws(ProtocolRefusal) -> ConsciousnessLimit {
    ConsciousnessLimit(
      try object.required("level").word(
        Consciousness.allCases.filter { $0 != .alert }.map { ($0.letter, $0) }
      )
    )
  }

  private func sign(_ object: ProtocolObject) throws(ProtocolRefusal) -> VitalSign {
    try object.required("sign").word(
      VitalSign.allCases.filter { $0 != .consciousness }.map { ($0.key, $0) }
    )
  }

  private func comparison(_ object: ProtocolObject) throws(ProtocolRefusal) -> Comparison {
    try object.required("comparison").word(Comparison.allCases.map { ($0.rawValue, $0) })
  }

  /// A change in thousandths: over 0 for a rise, under it for a fall.
  private func size(
    _ node: ProtocolNode,
    _ sign: VitalSign,
    _ comparison: Comparison
  ) throws(ProtocolRefusal) -> Int {
    let possible = PlausibleRange.possible(sign)
    let widest = possible.upperBound - possible.lowerBound
    return try node.number(
      "a change\(words(sign.unit))",
      in: comparison.isUpper ? 1...widest : -widest...(-1)
    )
  }

  /// A scale has no unit; any other sign's is written, so that nobody reads kPa into mmHg.
  private func unit(
    _ unit: String,
    of name: String,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) {
    guard unit.isEmpty else {
      _ = try object.required("unit").word([(unit, true)])
      return
    }
    if let node = object.optional("unit") { throw node.refusal("\(name) has no unit.") }
  }

  private func words(_ unit: String) -> String { unit.isEmpty ? "" : " in \(unit)" }
}
