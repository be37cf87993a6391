extension JSONText {
  /// A string, from its opening quotation mark to its closing one.
  mutating func string() throws(ProtocolRefusal) -> String {
    advance()
    var text = ""
    while true {
      let start = place
      while let byte = current, byte >= 0x20, byte != UInt8(ascii: "\""),
        byte != UInt8(ascii: "\\")
      {
        advance()
      }
      // The whole text was found to be UTF-8, so nothing is repaired here.
      let run = String(decoding: bytes[start..<place], as: UTF8.self)
      if text.isEmpty { text = run } else { text += run }
      switch current {
      case nil: throw expected("the closing quotation mark of this text")
      case UInt8(ascii: "\""):
        advance()
        return text
      case UInt8(ascii: "\\"): text.unicodeScalars.append(try escape())
      default: throw refusal(at: place, "A text must not hold a control character or a line break.")
      }
    }
  }

  private mutating func escape() throws(ProtocolRefusal) -> Unicode.Scalar {
    let start = place
    advance()
    let letter = current
    advance()
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let scalar = unicodeEscape() { return scalar }
      throw refusal(at: start, "This \\u does not name a character.")
    default: throw refusal(at: start, "JSON knows no such escape after \\.")
    }
  }

  /// The four digits after `\u`, and the second half of a surrogate pair; nil where they name nothing.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let second = hexadecimal(),
      (0xDC00...0xDFFF).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt32? {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current else { return nil }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      number = number << 4 | UInt32(digit)
      advance()
    }
    return number
  }
}
