import SessionRecord

/// One value with its unit, joined or in the word after it.
struct TypedReading {
  private let sign: VitalSign
  private let text: Substring
  private let number: Substring
  private let unit: String
  private let unitIsNext: Bool
  private let next: String?

  init(_ sign: VitalSign, _ text: Substring, next: String?) {
    self.sign = sign
    self.text = text
    self.next = next
    let joined = JoinedNumber(text)
    number = joined.number
    let nextUnit = next?.lowercased()
    unitIsNext =
      joined.unit.isEmpty && nextUnit.map { sign.typedUnits.contains($0) } == true
    unit = unitIsNext ? nextUnit ?? "" : joined.unit.lowercased()
  }

  /// The value, and whether the next word was its unit.
  func quantity() throws(LineRefusal) -> (Quantity, usedNext: Bool) {
    if unitIsNext, sign == .temperature, next == "C" {
      throw .vitals(.celsiusOrConfusion(String(number)))
    }
    guard unit.isEmpty || sign.typedUnits.contains(unit) else { throw unknownUnit }
    let (size, isNegative) = sign == .rass ? signed(number) : (number, false)
    guard let plain = PlainNumber(size) else { throw notDigits }
    if sign == .spo2, unit.isEmpty, plain.decimals > 0, plain.thousandths < 1_000,
      plain.thousandths % 10 == 0
    {
      throw .vitals(.fraction(String(text), write: "spo2 \(plain.thousandths / 10)"))
    }
    guard plain.decimals <= (sign.takesDecimal ? 1 : 0) else {
      throw .vitals(.tooManyDecimals(sign, String(text)))
    }
    let thousandths = isNegative ? -plain.thousandths : plain.thousandths
    return (try quantity(thousandths), unitIsNext)
  }

  private func quantity(_ thousandths: Int) throws(LineRefusal) -> Quantity {
    switch (sign, unit) {
    case (.temperature, "f"), (.temperature, "°f"):
      return try converted("F") { () throws(ValueRefusal) in
        try Quantity(fahrenheitTenths: thousandths / 100)
      }
    case (.weight, "lb"), (.weight, "lbs"):
      return try converted("lb") { () throws(ValueRefusal) in
        try Quantity(poundTenths: thousandths / 100)
      }
    case (.temperature, ""):
      if (86_000...113_000).contains(thousandths) {
        throw .vitals(.fahrenheit(decimal(thousandths)))
      }
    default: break
    }
    return try checked { () throws(ValueRefusal) in
      try Quantity(sign, thousandths: thousandths)
    }
  }

  /// A value in another unit is refused as it was typed, not as it was converted.
  private func converted(
    _ unit: String,
    _ make: () throws(ValueRefusal) -> Quantity
  ) throws(LineRefusal) -> Quantity {
    do {
      return try make()
    } catch {
      throw .vitals(.impossible(sign, "\(number)\(unit)"))
    }
  }

  private func signed(_ text: Substring) -> (Substring, isNegative: Bool) {
    switch text.first {
    case "-": (text.dropFirst(), true)
    case "+": (text.dropFirst(), false)
    default: (text, false)
    }
  }

  /// Words of two letters or more after a good number are a unit; anything else is no number.
  private var unknownUnit: LineRefusal {
    guard PlainNumber(number) != nil, unit.count > 1,
      unit.allSatisfy({ $0.isLetter || $0 == "/" || $0 == "°" })
    else { return notDigits }
    return .vitals(
      .unknownUnit(sign, String(text.dropFirst(number.count)), write: "\(sign.typedKey) \(number)")
    )
  }

  private var notDigits: LineRefusal {
    let plain = inPlainDigits(text).flatMap { written in
      let size = sign == .rass && written.hasPrefix("-") ? written.dropFirst() : written[...]
      return PlainNumber(size).flatMap { number in
        number.decimals <= (sign.takesDecimal ? 1 : 0) && isPossible(number) ? written : nil
      }
    }
    return .vitals(.notDigits(sign, String(text), write: plain.map(form)))
  }

  private func isPossible(_ number: PlainNumber) -> Bool {
    PlausibleRange.possible(sign).contains(number.thousandths)
  }

  private func form(_ number: String) -> String {
    switch sign {
    case .systolic, .diastolic: number
    case .meanArterial, .heartRate, .spo2, .respiratoryRate, .temperature, .endTidalCO2,
      .oxygenFlow, .weight, .consciousness, .moaas, .rass:
      "\(sign.typedKey) \(number)"
    }
  }
}
