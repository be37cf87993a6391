import SessionRecord

extension LineParser {
  /// Whether the next word can only be a reading.
  var beginsVitals: Bool {
    guard let word, let first = word.typed.first else { return false }
    if first.isNumber { return true }
    if "-+.,(−".contains(first), word.typed.dropFirst().first?.isNumber == true { return true }
    if word.typed.hasPrefix("-/") || word.typed.hasPrefix("x/") { return true }
    return Consciousness(letter: word.typed.uppercased()) != nil
      || VitalsLine.roomAir.contains(word.lower) || VitalsKey(word.lower) != nil
      || word.lower == VitalsLine.expected || VitalsKey.joined(word) != nil
  }

  /// A set of readings, to the end of the line.
  mutating func vitals() throws(LineRefusal) -> Content {
    var set = VitalsLine(self)
    while set.parser.word != nil { try set.takeItem() }
    self = set.parser
    return .vitals(try set.vitals())
  }
}

/// A set of readings as it is read, item by item.
struct VitalsLine {
  static let roomAir: Set<String> = ["ra", "air"]
  /// Right after C: a change in mentation that the drug is expected to bring.
  static let expected = "expected"

  var parser: LineParser
  var readings: [VitalSign: Reading] = [:]
  var notObtained: Set<VitalSign> = []
  private var isConfusionExpected = false
  /// Only right after a blood pressure is a number alone a heart rate.
  var numberIsHeartRate = false

  init(_ parser: LineParser) { self.parser = parser }

  /// The set; refused where something was not obtained and no reason is given.
  func vitals() throws(LineRefusal) -> Vitals {
    var readings = readings
    if !notObtained.isEmpty {
      guard let reason = parser.reason else {
        throw .vitals(.reasonMissing(line: parser.line.text(0..<parser.end)))
      }
      for sign in notObtained { readings[sign] = .notObtained(because: reason) }
    }
    let remark = notObtained.isEmpty ? parser.remark : nil
    return try checked { () throws(ValueRefusal) in
      try Vitals(readings, isConfusionExpected: isConfusionExpected, remark: remark)
    }
  }

  mutating func takeItem() throws(LineRefusal) {
    guard let word = parser.word else { return }
    let afterPressure = numberIsHeartRate
    numberIsHeartRate = false
    if try takeLetter(word) { return }
    if word.lower == VitalsLine.expected { throw .vitals(.expectedWhat) }
    if VitalsLine.roomAir.contains(word.lower) {
      parser.place += 1
      try set(.oxygenFlow, .roomAir)
    } else if let key = VitalsKey(word.lower) {
      parser.place += 1
      try takeValue(of: key)
    } else if let (key, value) = VitalsKey.joined(word) {
      if word.typed.hasPrefix("P"), key == .sign(.heartRate), word.lower.first == "p",
        !word.lower.hasPrefix("pulse")
      {
        throw .vitals(.pulseOrPain(following: String(value)))
      }
      parser.place += 1
      try takeValue(of: key, value.isEmpty ? nil : value)
    } else if afterPressure, word.typed.hasPrefix("(") {
      parser.place += 1
      try takeMean(word.typed)
      numberIsHeartRate = true
    } else if isPressure(word.typed) {
      parser.place += 1
      try takePressure(word.typed[...])
    } else {
      try takeNumber(word, afterPressure: afterPressure)
    }
  }

  // MARK: - Items

  /// Takes a single capital; refuses the small letter, and a P that could be a pulse.
  private mutating func takeLetter(_ word: Line.Word) throws(LineRefusal) -> Bool {
    if let level = Consciousness(letter: word.typed) {
      if level == .pain, let next = parser.wordAfter?.typed, let first = next.first,
        first.isNumber && !next.contains("/") || "=:-".contains(first) || next == "x"
      {
        throw .vitals(.pulseOrPain(following: next))
      }
      parser.place += 1
      try setConsciousness(level)
      return true
    }
    if word.lower != "p", Consciousness(letter: word.typed.uppercased()) != nil {
      throw .vitals(.smallLetter(word.typed))
    }
    return false
  }

  /// A number alone: SpO2 with its sign, a heart rate right after a blood pressure, else refused.
  private mutating func takeNumber(
    _ word: Line.Word,
    afterPressure: Bool
  ) throws(LineRefusal) {
    let joined = JoinedNumber(word.typed)
    let isPercent =
      joined.unit == "%" || (joined.unit.isEmpty && parser.wordAfter?.typed == "%")
    if isPercent, !joined.number.isEmpty {
      parser.place += joined.unit.isEmpty ? 2 : 1
      return try takeNumber(joined.number, as: .spo2)
    }
    if let pressure = BloodPressureForm.meant(by: word.typed) {
      throw .vitals(.notABloodPressure(word.typed, write: pressure))
    }
    guard word.typed.contains(where: \.isNumber) else {
      throw parser.notUnderstood(word, amongVitals: true)
    }
    guard afterPressure else {
      if let next = parser.wordAfter?.typed,
        let pressure = BloodPressureForm.expected(word.typed, next)
      {
        throw .vitals(.notABloodPressure("\(word.typed) \(next)", write: pressure))
      }
      if word.typed.wholeMatch(of: /[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?/) != nil {
        throw .vitals(.time(word.typed))
      }
      throw .vitals(.whichSign(word.typed, write: nameable(word.typed)))
    }
    parser.place += 1
    try takeNumber(word.typed[...], as: .heartRate)
  }

  /// The signs that a lone number could be, as they would be typed.
  private func nameable(_ text: String) -> [String] {
    guard let number = PlainNumber(text), number.decimals == 0 else { return [] }
    return [VitalSign.heartRate, .spo2, .respiratoryRate].filter { sign in
      readings[sign] == nil && PlausibleRange.expected(sign).contains(number.thousandths)
    }.map { "\($0.typedKey) \(text)" }
  }

  private mutating func takeMean(_ text: String) throws(LineRefusal) {
    guard text.hasSuffix(")"), text.count > 2 else {
      throw .vitals(.notABloodPressure(text, write: nil))
    }
    try takeNumber(text.dropFirst().dropLast(), as: .meanArterial)
  }

  /// The value that belongs to a key: joined to it, or the next word.
  private mutating func takeValue(
    of key: VitalsKey,
    _ joined: Substring? = nil
  ) throws(LineRefusal) {
    var value = joined
    if value == nil, let next = parser.word, next.typed == "=" || next.typed == ":" {
      parser.place += 1
    }
    if value == nil, let next = parser.word {
      guard !isKeyOrLetter(next, for: key) else { throw .vitals(.valueMissing(key)) }
      value = next.typed[...]
      parser.place += 1
    }
    guard let value else { throw .vitals(.valueMissing(key)) }
    switch key {
    case .bloodPressure: try takePressure(value)
    case .sign(let sign):
      if value == "-" || value == "x" || value == "X" {
        try setNotObtained(sign)
      } else if sign == .consciousness {
        try takeLevel(value)
      } else {
        try takeNumber(value, as: sign)
      }
    }
  }

  private func isKeyOrLetter(_ word: Line.Word, for key: VitalsKey) -> Bool {
    if VitalsKey(word.lower) != nil, word.typed != "P" || key != .sign(.consciousness) {
      return true
    }
    return key != .sign(.consciousness) && Consciousness(letter: word.typed) != nil
  }

  private mutating func takeLevel(_ value: Substring) throws(LineRefusal) {
    guard let level = Consciousness(letter: String(value)) else {
      if Consciousness(letter: value.uppercased()) != nil {
        throw .vitals(.smallLetter(String(value)))
      }
      throw .vitals(.notALevel(String(value)))
    }
    try setConsciousness(level)
  }

  /// Sets the level, with what may stand right after it.
  private mutating func setConsciousness(_ level: Consciousness) throws(LineRefusal) {
    try set(.consciousness, .measured(Quantity(level), verified: true))
    guard parser.word?.lower == VitalsLine.expected else { return }
    guard level == .confused else { throw .vitals(.notExpected(level)) }
    isConfusionExpected = true
    parser.place += 1
  }
}
