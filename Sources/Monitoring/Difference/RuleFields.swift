import SessionRecord

extension Rule {
  /// What a difference compares, in the order in which it tells it.
  var fields: [ProtocolField] {
    condition.fields + [
      ProtocolField("priority", .text(priority.word)),
      ProtocolField("repeat", .flag(asksForRepeat)),
      ProtocolField("window", window.value),
      ProtocolField("sustained", sustained?.value),
      ProtocolField("SpO2 scale", spo2Scale.map { .count($0.rawValue) }),
      ProtocolField("values to clear", .count(clearing.count)),
      ProtocolField("margin to clear", .amount(clearing.margin, condition.unit)),
      ProtocolField("off", .flag(isOff)),
      ProtocolField("stop criterion", .flag(isStopCriterion)),
      ProtocolField("text", text.isEmpty ? nil : .text(text)),
    ] + .basis(basis) + .basis(clearing.basis, of: "clearing")
  }
}

extension RuleWindow {
  /// Nil for every time.
  fileprivate var value: ProtocolValue? {
    switch self {
    case .always: nil
    case .beforeStart: .text("before the start")
    case .from(let minutes): .text("from T+\(minutes)")
    }
  }
}

extension Sustained {
  fileprivate var value: ProtocolValue {
    switch self {
    case .minutes(let minutes): .minutes(minutes)
    case .readings(let count): .text("\(count) readings in a row")
    }
  }
}

extension Condition {
  /// The unit of its values as it stands after a number.
  fileprivate var unit: String {
    switch self {
    case .absolute(let limit): limit.sign.unitSuffix
    case .change(let change): change.sign.unitSuffix
    case .rate(let rate): rate.sign.unitSuffix
    case .notFalling(let rule): rule.sign.unitSuffix
    case .derived(let limit): limit.sign.unit.isEmpty ? "" : " " + limit.sign.unit
    case .crisis: VitalSign.systolic.unitSuffix
    case .consciousness, .severity, .distressing, .presence, .lasting, .scale, .news2,
      .combination, .furtherDose, .unattended, .unverified:
      ""
    }
  }
}
