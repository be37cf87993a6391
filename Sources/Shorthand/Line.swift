/// A line cut into words at its spaces; refused where it holds what nobody types on purpose.
struct Line {
  struct Word {
    let typed: String
    let lower: String
    let range: Range<String.Index>

    /// `--`, alone: joined to a word it could be an option that stands in the wrong place.
    var isDash: Bool { typed == "--" }

    /// `--by`: neither a remark nor anything that an entry is made of.
    var isJoinedDash: Bool { typed.hasPrefix("--") && !isDash }
  }

  /// The most characters in a line.
  static let longest = 2_000

  let text: String
  let words: [Word]

  init(_ text: String) throws(LineRefusal) {
    let length = text.unicodeScalars.count
    guard length <= Line.longest else { throw .line(.tooLong(length)) }
    if let control = text.unicodeScalars.first(where: Line.isControl) {
      throw .line(.controlCharacter(control.value))
    }
    self.text = text
    var words: [Word] = []
    var start: String.Index?
    for index in text.indices {
      if Line.isSpace(text[index]) {
        if let begun = start { words.append(Line.word(text, begun..<index)) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let begun = start { words.append(Line.word(text, begun..<text.endIndex)) }
    self.words = words
  }

  /// The text without spaces around it.
  var trimmed: String { text(0..<words.count) }

  /// The text of these words with the spaces between them as they were typed.
  func text(_ places: Range<Int>) -> String {
    guard let first = places.first, let last = places.last else { return "" }
    return String(text[words[first].range.lowerBound..<words[last].range.upperBound])
  }

  /// The first `--` at or after a word.
  func dash(from place: Int) -> Int? {
    words.indices.dropFirst(place).first { words[$0].isDash }
  }

  /// What stands after a `--`.
  func tail(after dash: Int) -> String {
    text(dash + 1..<words.count)
  }

  private static func word(_ text: String, _ range: Range<String.Index>) -> Word {
    let typed = String(text[range])
    return Word(typed: typed, lower: typed.lowercased(), range: range)
  }

  /// The space bar, and the spaces that phones and documents put in its place.
  private static func isSpace(_ character: Character) -> Bool {
    switch character {
    case " ", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}", "\u{3000}": true
    default: false
    }
  }

  /// Control characters, line and paragraph separators, and those that reorder text on a screen.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
