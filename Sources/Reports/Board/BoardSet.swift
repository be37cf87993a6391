import Monitoring
import SessionRecord

/// The last set's values as they stand in columns: with their marks, `?` where nobody typed a doubtful one
/// again, and `–` for what it does not have.
struct BoardSet {
  private let entry: ChartEntry?
  private let vitals: Vitals?
  private let words: SessionWords

  init(_ session: BoardSession) {
    words = session.words
    entry = session.state.lastSet
    vitals = if case .vitals(let vitals)? = entry?.content { vitals } else { nil }
  }

  /// `168▲/103`.
  var pressure: Phrase {
    if vitals?.readings[.systolic] == .unrecordable { return value(.systolic) }
    guard vitals?.value(.systolic) != nil || vitals?.value(.diastolic) != nil else { return "–" }
    return value(.systolic) + "/" + value(.diastolic)
  }

  func value(_ sign: VitalSign) -> Phrase {
    guard let entry, let vitals else { return "–" }
    let mark = words.marks[entry.number, sign].map { Phrase($0.sign, .high) } ?? ""
    return switch vitals.readings[sign] {
    case .measured(let quantity, let isVerified)?:
      Phrase(
        words.values.number(quantity) + (isVerified || entry.verifiedBy != nil ? "" : "?")
      ) + mark
    case .unrecordable?: "unrec." + mark
    case .roomAir?: "air"
    case .notObtained?, .notUsable?, nil: "–"
    }
  }

  /// A value that stands in no column.
  struct Other {
    let phrase: Phrase
    let isMarked: Bool
  }

  /// What the set has beside those columns, and what was looked for in vain: `Temp 36.8 °C`, `SpO2 not
  /// obtained`.
  func others(than columns: [BoardColumn]) -> [Other] {
    guard let entry, let vitals else { return [] }
    let marks = words.marks
    var others = vitals.signs.compactMap { sign -> Other? in
      guard let phrase = beside(sign, than: columns, in: vitals) else { return nil }
      return Other(phrase: phrase, isMarked: marks[entry.number, sign] != nil)
    }
    // A mean that was reckoned and broke a limit stands nowhere else.
    if vitals.readings[.meanArterial] == nil, let mean = vitals.computedMeanTimesThree,
      let mark = marks[entry.number, .meanArterial]
    {
      let text = Phrase("MAP\u{A0}\(words.values.mean(timesThree: mean))")
      others.append(Other(phrase: text + Phrase(mark.sign, .high), isMarked: true))
    }
    return others
  }

  private func beside(
    _ sign: VitalSign,
    than columns: [BoardColumn],
    in vitals: Vitals
  ) -> Phrase? {
    let isPressure = sign == .systolic || sign == .diastolic
    let isShown = columns.contains(isPressure ? .pressure : .sign(sign))
    switch vitals.readings[sign] {
    case .measured(let quantity, _)? where !isShown:
      let unit = quantity.level == nil ? sign.unbreakingUnit : ""
      return Phrase("\(sign.shortName)\u{A0}") + value(sign) + Phrase(unit)
    case .notObtained?: return Phrase("\(sign.shortName) not obtained".unbroken)
    case .notUsable?: return Phrase("\(sign.shortName) not usable".unbroken)
    case .unrecordable? where !isShown, .roomAir? where !isShown:
      return Phrase("\(sign.shortName)\u{A0}") + value(sign)
    case .measured?, .unrecordable?, .roomAir?, nil: return nil
    }
  }
}
