import SessionRecord

extension LineParser {
  /// What happened to the infusion, after the verb.
  mutating func infusion(_ verb: String) throws(LineRefusal) -> Content {
    guard word?.lower == "infusion" else {
      throw .infusion(.ofWhat(verb, word == nil ? nil : line.text(place..<end)))
    }
    place += 1
    let event: InfusionEvent
    switch verb {
    case "start": event = .start
    case "pause": event = .pause
    case "resume": event = .resume
    case "rate": event = try rate()
    default: event = .stop(given: try given())
    }
    try finish("\(verb) infusion", takesRemark: false)
    return .infusion(event)
  }

  private mutating func rate() throws(LineRefusal) -> InfusionEvent {
    var per: RateUnit?
    let amount = try amount(of: "rate infusion", as: "rate infusion 20 mg/h") {
      word throws(LineRefusal) in
      let (unit, time) = try RateUnit.split(word.lowercased())
      per = time
      guard !unit.isEmpty else {
        throw .dose(.unitMissing("rate infusion", write: "rate infusion 20 mg/h"))
      }
      return try DoseUnitWord.unit(unit)
    }
    if per == nil, let word,
      let time = RateUnit.allCases.first(where: { "/\($0.text)" == word.lower })
    {
      per = time
      place += 1
    }
    guard let per else { throw .infusion(.rateWithoutTime(amount.typed)) }
    return .rate(amount, per: per)
  }

  private mutating func given() throws(LineRefusal) -> AmountGiven {
    guard let given = word else { return .notSaid }
    guard given.lower == "given" else {
      guard given.typed.first?.isNumber == true else { return .notSaid }
      throw .infusion(.sayGiven(line.text(place..<end)))
    }
    place += 1
    if word?.lower == "not", wordAfter?.lower == "known" {
      place += 2
      return .notKnown
    }
    guard word != nil else { throw .infusion(.givenWhat) }
    return .amount(
      try amount(
        of: "stop infusion given",
        as: "stop infusion given 36 mg, or stop infusion given not known"
      )
    )
  }
}

extension RateUnit {
  /// `mg/kg/h` is `mg/kg` an hour; nil for a word that names no time.
  fileprivate static func split(_ word: String) throws(LineRefusal) -> (unit: String, RateUnit?) {
    for time in allCases where word.hasSuffix("/\(time.text)") {
      return (String(word.dropLast(time.text.count + 1)), time)
    }
    for (wrong, time) in [("/hr", "/h"), ("/hour", "/h"), ("/minute", "/min")]
    where word.hasSuffix(wrong) {
      throw .dose(.wrongUnit(word, write: word.dropLast(wrong.count) + time))
    }
    return (word, nil)
  }
}
