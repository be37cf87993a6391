import SessionRecord

extension VitalsLine {
  // MARK: - Blood pressure

  func isPressure(_ text: String) -> Bool {
    guard text.contains("/"), let first = text.first else { return false }
    return first.isNumber || text.hasPrefix("-/") || text.hasPrefix("x/")
      || "+.,−(".contains(first)
  }

  mutating func takePressure(_ text: Substring) throws(LineRefusal) {
    switch text.lowercased() {
    case "-", "x", "-/-", "x/x":
      try setNotObtained(.systolic, .diastolic)
      return
    case "unrecordable":
      try set(.systolic, .unrecordable)
      try set(.diastolic, .unrecordable)
      return
    default: break
    }
    let form = try BloodPressureForm(text, next: parser.word?.typed)
    if readings[.systolic] != nil || readings[.diastolic] != nil
      || !notObtained.isDisjoint(with: [.systolic, .diastolic])
    {
      throw .vitals(.twice(.systolic))
    }
    try form.check()
    try takePart(form.systolic, as: .systolic)
    try takePart(form.diastolic, as: .diastolic)
    if let mean = form.mean { try takeNumber(mean, as: .meanArterial) }
    if parser.word?.lower == "mmhg" { parser.place += 1 }
    numberIsHeartRate = true
  }

  mutating func takePart(_ part: Substring, as sign: VitalSign) throws(LineRefusal) {
    if part == "-" || part == "x" || part == "X" {
      try setNotObtained(sign)
    } else {
      try takeNumber(part, as: sign)
    }
  }

  // MARK: - Values

  mutating func takeNumber(_ text: Substring, as sign: VitalSign) throws(LineRefusal) {
    let reading = TypedReading(sign, text, next: parser.word?.typed)
    let (quantity, usedNext) = try reading.quantity()
    if usedNext { parser.place += 1 }
    try set(sign, .measured(quantity, verified: true))
  }

  mutating func set(_ sign: VitalSign, _ reading: Reading) throws(LineRefusal) {
    guard readings[sign] == nil, !notObtained.contains(sign) else { throw .vitals(.twice(sign)) }
    readings[sign] = reading
  }

  mutating func setNotObtained(_ signs: VitalSign...) throws(LineRefusal) {
    for sign in signs {
      guard readings[sign] == nil, notObtained.insert(sign).inserted else {
        throw .vitals(.twice(sign))
      }
    }
  }
}
