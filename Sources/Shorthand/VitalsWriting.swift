import SessionRecord

extension Vitals {
  /// The readings as they are typed, in the order in which they are read back.
  ///
  /// Nil for what is only imported, for values finer than can be typed, and where two reasons, or a
  /// reason and a remark, would need two `--`.
  var line: String? {
    var items: [String] = []
    if signs.contains(.systolic) || signs.contains(.diastolic) {
      guard let pressure else { return nil }
      items.append(pressure)
    }
    for sign in signs where sign != .systolic && sign != .diastolic {
      if sign == .meanArterial, pressureTakesMean { continue }
      guard let item = item(sign) else { return nil }
      items.append(item)
    }
    let reasons = Set(
      signs.compactMap { sign in
        if case .notObtained(let reason)? = readings[sign] { reason } else { nil }
      }
    )
    guard reasons.count < 2, reasons.isEmpty || remark == nil else { return nil }
    return items.joined(separator: " ") + afterDashes(reasons.first ?? remark)
  }

  private var pressureTakesMean: Bool {
    readings[.systolic]?.quantity != nil && readings[.diastolic]?.quantity != nil
      && readings[.meanArterial]?.quantity != nil
  }

  private var pressure: String? {
    guard let systolic = readings[.systolic], let diastolic = readings[.diastolic] else {
      return nil
    }
    if systolic == .unrecordable, diastolic == .unrecordable { return "bp unrecordable" }
    guard let high = part(systolic), let low = part(diastolic) else { return nil }
    if high == "-", low == "-" { return "bp -" }
    guard pressureTakesMean else { return "\(high)/\(low)" }
    guard let mean = readings[.meanArterial].flatMap(part) else { return nil }
    return "\(high)/\(low)(\(mean))"
  }

  /// A part of a blood pressure: a whole number, or `-`.
  private func part(_ reading: Reading) -> String? {
    switch reading {
    case .measured(let quantity, _): quantity.typed
    case .notObtained: "-"
    case .notUsable, .unrecordable, .roomAir: nil
    }
  }

  private func item(_ sign: VitalSign) -> String? {
    switch readings[sign] {
    case .measured(let quantity, _):
      // Alone, the letter after a temperature or before a number could be something else.
      if let level = quantity.level {
        let expected = isConfusionExpected ? " \(VitalsLine.expected)" : ""
        return "\(sign.typedKey) \(level.letter)\(expected)"
      }
      return quantity.typed.map { "\(sign.typedKey) \($0)" }
    case .notObtained: return "\(sign.typedKey) -"
    case .roomAir: return sign == .oxygenFlow ? "ra" : nil
    case .notUsable, .unrecordable, nil: return nil
    }
  }
}

extension Quantity {
  /// The number as it can be typed; nil where it has more decimals than that.
  fileprivate var typed: String? {
    switch entered {
    case .fahrenheit(let tenths): return "\(decimal(tenths * 100))F"
    case .pounds(let tenths): return "\(decimal(tenths * 100))lb"
    case nil:
      guard thousandths % (sign.takesDecimal ? 100 : 1_000) == 0 else { return nil }
      // 86 to 113 °C is not possible, so no value here needs its unit.
      return decimal(thousandths)
    }
  }
}
