/// A text as a string of a stylesheet: letters, digits and spaces stand, everything else is written by
/// its number, so that no quote, bracket or line end of it is ever read as CSS or HTML.
///
/// CSS Syntax Module Level 3, 4.3.7: up to six hexadecimal digits, and one space that ends them.
struct CSSString {
  /// With its quotation marks.
  let text: String

  init(_ stored: String) {
    var quoted = "\""
    for scalar in ShownText(stored).text.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", " ": quoted.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        // A space after the digits belongs to the escape, six of them or fewer.
        quoted += "\\" + String(repeating: "0", count: 6 - digits.count) + digits + " "
      }
    }
    text = quoted + "\""
  }
}

/// Rules of a stylesheet: what the source says, strings between quotation marks, drawings and lengths.
struct StyleRules {
  private(set) var text = ""

  mutating func add(_ rules: StaticString) { text += "\(rules)" }
  mutating func add(_ string: CSSString) { text += string.text }

  /// Lines, one below the other where white space is kept.
  mutating func add(_ lines: [String]) {
    text += lines.map { CSSString($0).text }.joined(separator: " \"\\00000a\" ")
  }

  /// A drawing, as `url("data:…")`.
  mutating func add(_ address: DataAddress) { text += "url(\"\(address.text)\")" }

  /// A length of so many hundredths of a millimetre.
  mutating func add(millimetres hundredths: Int) { text += Millimetres.text(hundredths) }
}
