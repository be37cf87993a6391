import Foundation

/// A text in ASCII: every glyph of ours by its plain form, letters without their marks, and what has
/// no plain form by its number, as `<U+4E2D>`.
///
/// The one place where a glyph is chosen.
struct ASCIIForm {
  let text: String

  init(_ shown: String) {
    guard !shown.utf8.allSatisfy({ $0 < 0x80 }) else {
      text = shown
      return
    }
    var plain = ""
    let scalars = Array(shown.decomposedStringWithCanonicalMapping.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      if scalar.isASCII {
        plain.unicodeScalars.append(scalar)
      } else if scalar == "°" {
        let next = place + 1 < scalars.count ? scalars[place + 1] : " "
        plain += next == "C" || next == "F" ? "" : " deg"
      } else if let form = ASCIIForm.forms[scalar] {
        plain += form
      } else if !ASCIIForm.isMark(scalar) {
        plain += "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
      }
    }
    text = plain
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || scalar == "\u{FE0E}" || scalar == "\u{FE0F}"
  }

  private static let forms: [Unicode.Scalar: String] = [
    "▲": "^", "▼": "v", "●": "!", "─": "-", "│": "|", "–": "-", "—": "-", "−": "-", "…": "...",
    "·": ".", "†": "+", "×": "x", "→": "->", "“": "\"", "”": "\"", "‘": "'", "’": "'", "≥": ">=",
    "≤": "<=", "±": "+/-", "µ": "u", "μ": "u", "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o",
    "Ø": "O", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th",
    "ı": "i", "½": "1/2", "¼": "1/4", "¾": "3/4", "²": "2", "³": "3", "₂": "2", "₃": "3",
    "\u{A0}": "\u{A0}",
  ]
}
