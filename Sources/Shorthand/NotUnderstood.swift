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
    let words = LineParser.commands + vocabulary.effectWords + vocabulary.formulary.medicines
    if let near = nearest(to: word, among: words) { return near }
    guard place + 1 < end else { return nil }
    let two = "\(word) \(line.words[place + 1].lower)"
    return nearest(to: two, among: vocabulary.effectWords.filter { $0.contains(" ") })
  }

  private static let commands = [
    "note", "mark", "defer", "ack", "fix", "void", "undo", "scale", "check", "waste", "give",
    "start infusion", "pause infusion", "resume infusion", "stop infusion", "rate infusion",
  ]
}
