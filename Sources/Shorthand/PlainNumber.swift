/// A number in ASCII digits with at most one point: `84`, `36.6`.
struct PlainNumber {
  let thousandths: Int
  /// How many digits stand after the point.
  let decimals: Int

  /// Nil for anything else: signs, commas, exponents, other scripts, more than three decimals.
  init?(_ text: some StringProtocol) {
    var value = 0
    var whole = 0
    var decimals = 0
    var hasPoint = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        value = value * 10 + Int(byte) - 0x30
        if hasPoint { decimals += 1 } else { whole += 1 }
        guard whole <= 9, decimals <= 3 else { return nil }
      case UInt8(ascii: "."):
        guard !hasPoint else { return nil }
        hasPoint = true
      default: return nil
      }
    }
    guard whole > 0, !hasPoint || decimals > 0 else { return nil }
    for _ in decimals..<3 { value *= 10 }
    thousandths = value
    self.decimals = decimals
  }

  /// The whole number; nil where it was written with a point.
  var whole: Int? { decimals == 0 ? thousandths / 1_000 : nil }
}

/// A number from 1 in digits alone, as an entry or a flag has; nil for anything else.
func plainCount(_ text: some StringProtocol) -> Int? {
  guard let number = PlainNumber(text)?.whole, number > 0 else { return nil }
  return number
}

/// A number and what is joined to it: `36.6C` is `36.6` and `C`.
struct JoinedNumber {
  let number: Substring
  let unit: Substring

  init(_ text: some StringProtocol) {
    let text = Substring(text)
    let end = text.firstIndex { !JoinedNumber.isNumeric($0) } ?? text.endIndex
    number = text[..<end]
    unit = text[end...]
  }

  private static func isNumeric(_ character: Character) -> Bool {
    ("0"..."9").contains(character) && character.isASCII || ".,+-−".contains(character)
  }
}

/// The digits that a number in another form would have: `８４` is `84`, `84,5` is `84.5`.
///
/// Nil where it is no number in any script. Only ever suggested, never stored.
func inPlainDigits(_ text: some StringProtocol) -> String? {
  var plain = ""
  for character in text {
    switch character {
    case ",", ".", "٫": plain.append(".")
    case "+": continue
    case "-", "−": plain.append("-")
    default:
      guard let digit = character.wholeNumberValue, (0...9).contains(digit) else { return nil }
      plain.append(String(digit))
    }
  }
  return plain.isEmpty ? nil : plain
}
