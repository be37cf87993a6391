package import SessionRecord

/// What is wrong with a reading.
package enum VitalsFault: Hashable, LineFaultText {
  case notDigits(VitalSign, String, write: String?)
  case tooManyDecimals(VitalSign, String)
  /// A value in another unit, as it was typed.
  case impossible(VitalSign, String)
  case unknownUnit(VitalSign, String, write: String)
  /// A number that could be any of these.
  case whichSign(String, write: [String])
  /// A time of day without its sign: `23:06`.
  case time(String)
  case twice(VitalSign)
  case valueMissing(key: String, name: String, example: String)
  case reasonMissing(line: String)
  case notABloodPressure(String, write: String?)
  case diastolicNotBelow(Int, Int)
  case kilopascals(Int, Int)
  case fraction(String, write: String)
  case fahrenheit(String)
  /// A capital C after a temperature: its unit, or a level of consciousness.
  case celsiusOrConfusion(String)
  /// A capital P before a number: a pulse, or a level of consciousness.
  case pulseOrPain(following: String)
  case smallLetter(String)
  case notALevel(String)
  /// A level other than C, said to be expected of the drug.
  case notExpected(Consciousness)
  /// `expected` that stands after no level.
  case expectedWhat

  static func valueMissing(_ key: VitalsKey) -> VitalsFault {
    .valueMissing(key: key.typed, name: key.name, example: key.example)
  }

  var problem: String {
    switch self {
    case .notDigits(let sign, let typed, _):
      "“\(typed)” is not a number in plain digits, for \(sign.name)."
    case .tooManyDecimals(let sign, let typed):
      sign.takesDecimal
        ? "\(sign.name) \(typed) has more than one decimal."
        : "\(sign.name) \(typed) is not a whole number."
    case .impossible(let sign, let typed):
      "\(sign.name) \(typed) is not possible (\(possible(sign)))."
    case .unknownUnit(let sign, let unit, _): "“\(unit)” is not a unit of \(sign.name)."
    case .whichSign(let typed, _): "Which vital sign is \(typed)?"
    case .time(let typed): "“\(typed)” is a time, and a time stands behind @."
    case .twice(let sign):
      switch sign {
      case .systolic, .diastolic: "Blood pressure (bp) is given twice."
      case .consciousness: "Consciousness (A, C, V, P or U) is given twice."
      default: "\(sign.name) (\(sign.typedKey)) is given twice."
      }
    case .valueMissing(_, let name, _): "The value of \(name) is missing."
    case .reasonMissing(let line): "“\(line)” says that something was not obtained, but not why."
    case .notABloodPressure(let typed, _): "“\(typed)” is not a blood pressure."
    case .diastolicNotBelow(let systolic, let diastolic):
      "Diastolic is not below systolic in \(systolic)/\(diastolic)."
    case .kilopascals(let systolic, let diastolic):
      "\(systolic)/\(diastolic) mmHg is not possible; it looks like kilopascals."
    case .fraction(let typed, _): "SpO2 \(typed) looks like a fraction."
    case .fahrenheit(let typed): "\(typed) °C is not possible: is it Celsius?"
    case .celsiusOrConfusion(let number):
      "C after \(number) could be Celsius, or C for new confusion."
    case .pulseOrPain: "A capital P before a number could be a pulse, or “responds to pain”."
    case .smallLetter(let letter): "“\(letter)” is not understood: levels are single capitals."
    case .notALevel(let typed): "“\(typed)” is not a level of consciousness."
    case .notExpected(let level):
      "“\(level.letter) expected” is not understood: only confusion (C) can be expected of the drug."
    case .expectedWhat:
      "“expected” stands only right after C, for confusion that the drug is expected to bring."
    }
  }

  var remedy: String? {
    switch self {
    case .notDigits(_, _, let write?): "Write \(write)."
    case .notDigits(let sign, let typed, nil):
      typed.contains(where: \.isNumber)
        ? "Write it with the digits 0 to 9, as \(sign.typedExample)."
        : "Write it with the digits 0 to 9, as \(sign.typedExample); or \(sign.typedKey) - -- and why "
          + "it was not obtained."
    case .tooManyDecimals(let sign, _): "Write it as \(sign.typedExample)."
    case .impossible: "Read it again. If it is what was seen, write it in a note."
    case .unknownUnit(_, _, let write): "Write \(write)."
    case .whichSign(_, let write):
      write.isEmpty
        ? "Name it, as hr 84 or spo2 97." : "Name it: \(write.joined(separator: " or "))."
    case .time(let typed): "Write @\(typed), before the line."
    case .twice(let sign): "Write it once, as \(sign.typedExample)."
    case .valueMissing(let key, _, let example):
      key == "hr"
        ? "Write \(example), or hr x -- and why. P alone, a capital, is “responds to pain”."
        : "Write \(example), or \(key) - -- and why it was not obtained."
    case .reasonMissing(let line):
      "Give a reason after --, as \(line) -- cuff error (or refused, asleep, moving, no device)."
    case .notABloodPressure(_, let write?): "Write \(write)."
    case .notABloodPressure(_, nil): "Write 120/80, or 158/- -- and why one part is missing."
    case .diastolicNotBelow(let systolic, let diastolic):
      systolic < diastolic ? "Did you mean \(diastolic)/\(systolic)?" : "Read the cuff again."
    case .kilopascals: "Write it in mmHg, as 120/80."
    case .fraction(_, let write): "Write \(write)."
    case .fahrenheit(let typed): "If it is Fahrenheit, write temp \(typed)F."
    case .celsiusOrConfusion(let number):
      "Write temp \(number)C for Celsius, or temp \(number) acvpu C."
    case .pulseOrPain(let following):
      "Write hr \(following) for a pulse, or P last for “responds to pain”."
    case .smallLetter(let letter):
      letter == "u"
        ? "Write undo to take back your last entry, or U for unresponsive."
        : "Write \(letter.uppercased()) for \(levelName(letter))."
    case .notALevel: "Write A, C, V, P or U, as acvpu A."
    case .notExpected(let level): "Write \(level.letter) alone, or C expected."
    case .expectedWhat: "Write C expected; other words in a note."
    }
  }

  private func possible(_ sign: VitalSign) -> String {
    let range = PlausibleRange.possible(sign)
    return "\(decimal(range.lowerBound)) to \(decimal(range.upperBound)) \(sign.unit)"
  }

  private func levelName(_ letter: String) -> String {
    Consciousness(letter: letter.uppercased())?.name ?? ""
  }
}
