/// What is wrong with a line as a whole, or with a word of it.
package enum LineFault: Hashable, LineFaultText {
  case nothingEntered
  case tooLong(Int)
  /// A control character, by its Unicode number.
  case controlCharacter(UInt32)
  /// A word that means nothing here, what is near to it, and the line as a note; nil inside a fix.
  case notUnderstood(word: String, near: String?, note: String?)
  /// A word after a complete entry.
  case leftOver(String, after: String, note: String?)
  /// Words after a complete entry that could be its remark.
  case leftOverRemark(String, after: String)
  case remarkNotTaken(String, remark: String)
  /// `--by` in a line: an option in the wrong place, or a remark without its space.
  case joinedDash(String)

  var problem: String {
    switch self {
    case .nothingEntered: "Nothing was entered."
    case .tooLong(let length):
      "The line has \(length) characters, and the most is \(Line.longest)."
    case .controlCharacter(let scalar):
      "The line holds a control character (U+\(hexadecimal(scalar)))."
    case .notUnderstood(let word, _, _): "“\(word)” is not understood."
    case .leftOver(let word, let entry, _): "“\(word)” is not understood after “\(entry)”."
    case .leftOverRemark(let words, let entry):
      "“\(words)” is not understood after “\(entry)”."
    case .remarkNotTaken(let entry, _): "“\(entry)” takes no remark after --."
    case .joinedDash(let word): "“\(word)” is not understood."
    }
  }

  var remedy: String? {
    switch self {
    case .nothingEntered: "Write what was seen or done, as 120/80 72 98%."
    case .tooLong: "Write it as several notes."
    case .controlCharacter:
      "Type the line again on one line, with letters, digits and spaces only."
    case .notUnderstood(_, let near?, let note?): "Did you mean \(near)? Or as a note: \(note)"
    case .notUnderstood(_, let near?, nil): "Did you mean \(near)?"
    case .notUnderstood(_, nil, let note?): "One line is one entry. As a note: \(note)"
    case .notUnderstood(_, nil, nil):
      "Write what the entry should say, as hr 84 or nausea mild, then -- and the reason."
    case .leftOver(_, let entry, let note?):
      "Write \(entry) alone, and the rest as a line of its own. As a note: \(note)"
    case .leftOver(_, let entry, nil): "Write \(entry) alone, then -- and the reason."
    case .leftOverRemark(let words, let entry):
      "One line is one entry. Other words stand after --, as \(entry) -- \(words)"
    case .remarkNotTaken(let entry, let remark):
      remark.isEmpty
        ? "Write \(entry) alone." : "Write \(entry), and on a line of its own: note \(remark)"
    case .joinedDash:
      "Options stand before the line; a remark stands after -- and a space."
    }
  }

  private func hexadecimal(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
