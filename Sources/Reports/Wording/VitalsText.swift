import SessionRecord

/// A set of vital signs on one line: `BP 156/95 (MAP 115) mmHg  HR 92/min  SpO2 93% LOW`.
struct VitalsText {
  let values: ValueText
  let vitals: Vitals
  /// What broke a limit, where the set stands under one; nil for what was struck out.
  let mark: (VitalSign) -> LimitMarks.Mark?
  /// Whether a later entry verified the set as it stands.
  let isVerified: Bool

  init(
    _ vitals: Vitals,
    values: ValueText,
    isVerified: Bool = false,
    mark: @escaping (VitalSign) -> LimitMarks.Mark? = { _ in nil }
  ) {
    self.vitals = vitals
    self.values = values
    self.isVerified = isVerified
    self.mark = mark
  }

  /// Without the remark.
  var readings: Phrase {
    var parts: [Phrase] = []
    if vitals.readings[.systolic] != nil || vitals.readings[.diastolic] != nil {
      parts.append(bloodPressure)
    } else if let mean = vitals.readings[.meanArterial] {
      parts.append(said(.meanArterial, mean))
    }
    for sign in vitals.signs where sign > .meanArterial {
      if let reading = vitals.readings[sign] { parts.append(said(sign, reading)) }
    }
    return parts.joined("  ")
  }

  var phrase: Phrase {
    var phrase = readings
    if let remark = vitals.remark { phrase += Phrase(" — \(remark)") }
    return phrase
  }

  private func said(_ sign: VitalSign, _ reading: Reading) -> Phrase {
    let words: String
    switch reading {
    case .measured(let quantity, _):
      words = values.value(quantity, mark: doubt(sign)) + expected(sign)
    case .notObtained(let reason): words = "not obtained: \(reason)"
    case .notUsable(let written): words = "not usable, written “\(written)”"
    case .unrecordable: words = "unrecordable"
    case .roomAir: words = "room air"
    }
    return Phrase("\(sign.shortName)\u{A0}\(words)") + beside(sign)
  }

  private var bloodPressure: Phrase {
    let systolic = vitals.readings[.systolic]
    let diastolic = vitals.readings[.diastolic]
    if vitals.isPressureUnrecordable {
      return Phrase("BP\u{A0}unrecordable") + beside(.systolic) + meanAlone
    }
    if case .notObtained(let reason)? = systolic, case .notObtained(let other)? = diastolic,
      reason == other
    {
      return Phrase("BP\u{A0}not obtained: \(reason)") + meanAlone
    }
    var words = "BP\u{A0}\(half(.systolic))/\(half(.diastolic))"
    if case .measured(let mean, _)? = vitals.readings[.meanArterial] {
      let reckoned = vitals.computedMeanTimesThree.map {
        ", \(values.mean(timesThree: $0))\u{A0}reckoned"
      }
      words +=
        "\u{A0}(MAP\u{A0}\(values.number(mean))\(doubt(.meanArterial))\u{A0}as\u{A0}given"
        + "\(reckoned ?? ""))"
    } else if let mean = vitals.computedMeanTimesThree {
      words += "\u{A0}(MAP\u{A0}\(values.mean(timesThree: mean)))"
    }
    var phrase = Phrase(words + "\u{A0}mmHg")
    let marks = [VitalSign.systolic, .diastolic, .meanArterial].compactMap { sign in
      mark(sign).map { (sign, $0) }
    }
    if marks.count == 2, marks[0].1 == marks[1].1 {
      phrase += Phrase(" \(marks[0].0.shortName) and \(marks[1].0.shortName)\u{A0}")
      phrase += Phrase(marks[0].1.rawValue, .high)
    } else {
      for (sign, mark) in marks {
        phrase += Phrase(" \(sign.shortName)\u{A0}") + Phrase(mark.rawValue, .high)
      }
    }
    let reasons = pressureReasons
    return reasons.isEmpty ? phrase : phrase + Phrase(" (\(reasons.joined(separator: "; ")))")
  }

  /// A device's mean where its two numbers are not there.
  private var meanAlone: Phrase {
    guard let mean = vitals.readings[.meanArterial] else { return Phrase("") }
    return Phrase("  ") + said(.meanArterial, mean)
  }

  /// One of the two numbers; `–` where it is not there, `[0]` as written where it is not usable.
  private func half(_ sign: VitalSign) -> String {
    switch vitals.readings[sign] {
    case .measured(let quantity, _)?: values.number(quantity) + doubt(sign)
    case .notUsable(let written)?: "[\(written)]"
    case .notObtained?, .unrecordable?, .roomAir?, nil: "–"
    }
  }

  private var pressureReasons: [String] {
    [VitalSign.systolic, .diastolic, .meanArterial].compactMap { sign in
      switch vitals.readings[sign] {
      case .notObtained(let reason)?: "\(sign.shortName) not obtained: \(reason)"
      case .notUsable(let written)?: "\(sign.shortName) not usable, written “\(written)”"
      case .measured?, .unrecordable?, .roomAir?, nil: nil
      }
    }
  }

  /// Confusion that the drug is expected to bring was typed as such.
  private func expected(_ sign: VitalSign) -> String {
    sign == .consciousness && vitals.isConfusionExpected ? ", expected" : ""
  }

  private func doubt(_ sign: VitalSign) -> String {
    guard !isVerified, vitals.readings[sign]?.isVerified == false else { return "" }
    return "?"
  }

  private func beside(_ sign: VitalSign) -> Phrase {
    mark(sign).map { Phrase("\u{A0}") + Phrase($0.rawValue, .high) } ?? ""
  }
}

extension Vitals {
  /// Whether the pressure was too low to be read, which is news and the lowest that there is.
  var isPressureUnrecordable: Bool {
    readings[.systolic] == .unrecordable || readings[.diastolic] == .unrecordable
  }
}
