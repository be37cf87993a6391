import SessionRecord

extension LineParser {
  /// A note, an action or a mark: everything after the word.
  mutating func text(of command: String) throws(LineRefusal) -> Content {
    let text = freeText
    place = end
    switch command {
    case "mark": return .mark(text.isEmpty ? nil : text)
    case "do":
      guard !text.isEmpty else { throw .text(.actionMissing) }
      return .action(text)
    default:
      guard !text.isEmpty else { throw .text(.noteMissing) }
      return .note(text)
    }
  }

  /// A note typed after a single quote.
  mutating func quotedNote() throws(LineRefusal) -> Content {
    let text = freeText.dropFirst().drop { $0 == " " }
    place = end
    guard !text.isEmpty else { throw .text(.noteMissing) }
    return .note(String(text))
  }

  /// The second person, after `check`.
  mutating func check() throws(LineRefusal) -> Content {
    guard let initials = word?.typed else { throw .text(.checkedByMissing) }
    place += 1
    try finish("check \(initials)", takesRemark: false)
    let code = try checked { () throws(ValueRefusal) in try ClinicianCode(initials) }
    return .check(by: code.text)
  }

  /// What was thrown away, after `waste`: a mass or a volume, and who saw it.
  mutating func waste() throws(LineRefusal) -> Content {
    let amount = try amount(of: "waste", as: "waste 14 mg")
    switch amount.unit {
    case .milligramPerKilogram, .microgramPerKilogram:
      throw .dose(.wastePerKilogram(amount.typed))
    case .milligram, .microgram, .gram, .millilitre, .unit: break
    }
    let witness = try witness(of: "waste \(amount.typed)")
    return .waste(Waste(amount, witness: witness))
  }

  /// Who saw it, after `witness`; nil where nobody is named.
  private mutating func witness(of waste: String) throws(LineRefusal) -> String? {
    guard let word else {
      try finish(waste, takesRemark: false)
      return nil
    }
    guard word.lower == "witness" else {
      throw .dose(.witnessWord(line.text(place..<end), after: waste))
    }
    place += 1
    guard let initials = self.word?.typed else { throw .dose(.witnessMissing(waste)) }
    place += 1
    try finish("\(waste) witness \(initials)", takesRemark: false)
    return try checked { () throws(ValueRefusal) in try ClinicianCode(initials) }.text
  }

  /// What is put off, after `defer`.
  mutating func deferral() throws(LineRefusal) -> Content {
    guard let first = word else { throw .text(.deferWhat) }
    let subject: Deferral.Subject
    let typed: String
    guard let (known, count) = deferrable() else {
      throw .text(.notDeferrable(first.typed, near: nearDeferrable(first.lower)))
    }
    subject = known
    typed = line.text(place..<place + count)
    place += count
    if let word { throw .text(.deferOne(typed, word.typed)) }
    guard let reason else { throw .text(.deferReasonMissing(typed)) }
    return .deferred(Deferral(subject, reason: reason))
  }

  private func deferrable() -> (Deferral.Subject, words: Int)? {
    guard let first = word else { return nil }
    if first.lower == "set" { return (.wholeSet, 1) }
    switch VitalsKey(first.lower) {
    case .bloodPressure: return (.bloodPressure, 1)
    case .sign(let sign): return (.sign(sign), 1)
    case nil: break
    }
    let most = min(context.vocabulary.mostEffectWords, end - place)
    for count in stride(from: most, to: 0, by: -1) {
      let name = line.words[place..<place + count].map(\.lower).joined()
      if let effect = context.vocabulary.effect(name), !effect.isCircumstance {
        return (.effect(effect), count)
      }
    }
    guard let (scale, count) = namedScale else { return nil }
    return (scale.sign.map { .sign($0) } ?? .scale(scale.name), count)
  }

  /// What was probably meant, also by whoever types `scale` first, as before a score.
  private func nearDeferrable(_ word: String) -> String? {
    if word == "scale" {
      var after = self
      after.place += 1
      return after.namedScale?.scale.name
    }
    let signs = VitalsKey.nearWords.filter { VitalsKey($0.key) != nil }
    if let near = nearest(to: word, among: signs.map(\.word)) {
      return signs.first { $0.word == near }?.key
    }
    let vocabulary = context.vocabulary
    let effects = vocabulary.effectWords.filter { vocabulary.effect($0)?.isCircumstance == false }
    return nearest(to: word, among: effects + vocabulary.scales.map(\.name))
  }
}
