import SessionRecord

/// Reads a criterion on the last value of a sign: its range, its age, and what stands in for it.
struct SettledValueReader {
  let object: ProtocolObject

  func value() throws(ProtocolRefusal) -> SettledValue {
    let sign = try object.required("sign").word(VitalSign.allCases.map { ($0.key, $0) })
    let (atLeast, atMost) = try sign == .consciousness ? level() : range(of: sign)
    let baseline = object.optional("orBaseline")
    let orBaseline = try baseline?.truth() ?? false
    if let baseline, orBaseline, atLeast != nil, atMost != nil {
      throw baseline.refusal("Between two bounds no value is better than the baseline.")
    }
    return SettledValue(
      sign: sign,
      atLeast: atLeast,
      atMost: atMost,
      noOlderThan: .minutes(try object.required("noOlderThan").minutes(in: 1...1_440)),
      orBaseline: orBaseline,
      onRoomAir: try object.optional("onRoomAir")?.truth() ?? false
    )
  }

  private func range(
    of sign: VitalSign
  ) throws(ProtocolRefusal) -> (atLeast: Int?, atMost: Int?) {
    if let level = object.optional("level") {
      throw level.refusal("\(sign.name) has no level; write “atLeast” or “atMost”.")
    }
    let atLeast = try bound("atLeast", of: sign)
    let atMost = try bound("atMost", of: sign)
    guard atLeast != nil || atMost != nil else {
      throw object.node.refusal("The key “atLeast” or “atMost” is missing.")
    }
    if let atLeast, let atMost, atMost < atLeast {
      throw try object.required("atMost").refusal("“atMost” is under “atLeast”.")
    }
    return (atLeast, atMost)
  }

  private func bound(_ key: String, of sign: VitalSign) throws(ProtocolRefusal) -> Int? {
    try object.optional(key).map { (node) throws(ProtocolRefusal) in
      try node.number(
        sign.unit.isEmpty ? "a level" : "a bound in \(sign.unit)",
        in: PlausibleRange.possible(sign)
      )
    }
  }

  /// Consciousness at a level or better: levels are numbered from alert, so that worse is more.
  private func level() throws(ProtocolRefusal) -> (atLeast: Int?, atMost: Int?) {
    for key in ["atLeast", "atMost"] {
      if let node = object.optional(key) {
        throw node.refusal("Consciousness has a “level”, no bounds.")
      }
    }
    let level = try object.required("level").word(Consciousness.allCases.map { ($0.letter, $0) })
    return (nil, level.rawValue * 1_000)
  }
}
