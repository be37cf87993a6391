import SessionRecord

/// When a rule on a value opens a flag: its window, how long it has to last, and the scale of SpO2.
struct FlagOpening {
  let window: RuleWindow
  let sustained: Sustained?
  let spo2Scale: SpO2Scale?

  init(
    reading rule: ProtocolObject,
    _ condition: Condition,
    asksForRepeat: Bool
  ) throws(ProtocolRefusal) {
    window = try rule.optional("window").map(FlagOpening.window) ?? .always
    let run = rule.optional("sustained")
    sustained = try run.map(FlagOpening.sustained)
    if let run, asksForRepeat {
      throw run.refusal("A sustained rule has no repeat; write “repeat”: false.")
    }
    spo2Scale = try rule.optional("spo2Scale").map { (node) throws(ProtocolRefusal) in
      guard case .absolute(let limit) = condition, limit.sign == .spo2 else {
        throw node.refusal("Only a limit on SpO2 is for one of its scales.")
      }
      let number = try node.wholeNumber("a scale of SpO2", in: 1...2)
      return number == 1 ? .one : .two
    }
  }

  private static func window(_ node: ProtocolNode) throws(ProtocolRefusal) -> RuleWindow {
    let object = try node.object(keys: ["before", "from"])
    let from = object.optional("from")
    if let before = object.optional("before") {
      if from != nil {
        throw node.refusal("A window is “before” the start or “from” a minute, not both.")
      }
      _ = try before.word([("start", true)])
      return .beforeStart
    }
    guard let from else { throw node.refusal("The key “before” or “from” is missing.") }
    return .from(minutes: try from.minutes())
  }

  private static func sustained(_ node: ProtocolNode) throws(ProtocolRefusal) -> Sustained {
    let object = try node.object(keys: ["minutes", "readings"])
    let readings = object.optional("readings")
    if let minutes = object.optional("minutes") {
      if readings != nil {
        throw node.refusal("Sustained is for “minutes” or for “readings”, not both.")
      }
      return .minutes(try minutes.minutes(in: 1...1_440))
    }
    guard let readings else { throw node.refusal("The key “minutes” or “readings” is missing.") }
    return .readings(try readings.wholeNumber("a number of readings", in: 2...20))
  }
}
