import SessionRecord

extension LineParser {
  /// The refusal of a word that means nothing here, with the nearest that does and the line as a note.
  func notUnderstood(_ word: Line.Word, amongVitals: Bool = false) -> LineRefusal {
    .line(.notUnderstood(word: word.typed, near: near(word.lower, amongVitals), note: asNote))
  }

  private func near(_ word: String, _ amongVitals: Bool) -> String? {
    if let near = nearest(to: word, among: VitalsKey.nearWords.map(\.word)) {
      return VitalsKey.nearWords.first { $0.word == near }?.key
    }
    guard !amongVitals else { return nil }
    let vocabulary = context.vocabulary
    if self.word?.lower == word, let named = namedScale?.scale { return "scale \(named.name)" }
    let words = LineParser.commands + vocabulary.effectWords + vocabulary.formulary.medicines
    if let near = nearest(to: word, among: words) { return near }
    if place + 1 < end {
      let two = "\(word) \(line.words[place + 1].lower)"
      let ofTwo = vocabulary.effectWords.filter { $0.contains(" ") }
      if let near = nearest(to: two, among: ofTwo) { return near }
    }
    // `no line` and `chaperone gone` are of a circumstance, and what they mean is not clear; `unsafe`
    // alone is the beginning of a name.
    return vocabulary.effect(beginningWith: word)
  }

  private static let commands = [
    "note", "mark", "defer", "ack", "fix", "void", "undo", "scale", "check", "waste", "give",
    "start infusion", "pause infusion", "resume infusion", "stop infusion", "rate infusion",
    "arrives", "leaves", "handover", "room",
  ]
}
