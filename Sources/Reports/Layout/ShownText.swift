/// A stored text made fit to be read: whatever would act on a terminal, hide, or turn the order of
/// letters round is written out, as `<U+202E>`.
///
/// The one place where that is done for text and CSV; JSON has its own escapes.
package struct ShownText {
  package let text: String

  package init(_ stored: String) {
    // What is typed is nearly always plain, and then this is all.
    guard !ShownText.isOrdinary(stored) else {
      text = stored
      return
    }
    var shown = String.UnicodeScalarView()
    var marks = 0
    var isFirst = true
    for scalar in stored.unicodeScalars {
      marks = ShownText.isMark(scalar) ? marks + 1 : 0
      if let escape = ShownText.escape(scalar) {
        shown.append(contentsOf: escape.unicodeScalars)
      } else if marks > 3 || (marks > 0 && isFirst) {
        // A mark without a letter would sit on ours; a tower of them would cover other lines.
        shown.append(contentsOf: ShownText.number(scalar).unicodeScalars)
      } else if scalar.properties.generalCategory == .spaceSeparator, scalar != "\u{A0}" {
        shown.append(" ")
      } else {
        shown.append(scalar)
      }
      isFirst = false
    }
    text = String(shown)
  }

  /// Whether it is all ASCII that prints, no-break spaces, and the glyphs that views put in.
  private static func isOrdinary(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case " "..."~", "\u{A0}", "▲", "▼", "●", "–", "−", "·", "─": true
      default: false
      }
    }
  }

  /// Whether the text holds nothing that has to be written out.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool { escape(scalar) == nil }

  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{FE0E}", "\u{FE0F}": return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return number(scalar)
    default:
      return scalar.properties.isDefaultIgnorableCodePoint ? number(scalar) : nil
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
