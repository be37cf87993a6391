import SessionRecord

/// Where entries of the wrong session came from or went, in words.
struct MoveWords {
  private let move: Move

  init(_ move: Move) { self.move = move }

  var phrase: Phrase { Phrase("\(place): \(move.reason)") }

  private var place: String {
    let entries = move.entries.map { "#\($0)" }.joined(separator: ", ")
    return switch (move.direction, move.entries.isEmpty) {
    case (.from, true):
      "the whole session moved here from session\u{A0}\(move.session), opened for another patient; "
        + "any screening in it was asked of that patient"
    case (.from, false):
      "\(entries) of session\u{A0}\(move.session) moved here from another patient"
    case (.to, true):
      "the whole session moved to session\u{A0}\(move.session), of the right patient"
    case (.to, false): "\(entries) moved to session\u{A0}\(move.session), of the right patient"
    }
  }
}
