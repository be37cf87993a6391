extension JSONText {
  /// A number as it is written.
  mutating func number() throws(ProtocolRefusal) -> String {
    let start = place
    _ = take(UInt8(ascii: "-"))
    let first = current
    guard digits() > 0 else { throw expected("a digit") }
    if first == UInt8(ascii: "0"), place - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) {
      throw refusal(at: start, "A number must not begin with a needless 0.")
    }
    if take(UInt8(ascii: ".")), digits() == 0 { throw expected("a digit after the point") }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      throw refusal(at: start, "Write the number out, without an exponent.")
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = current, (0x30...0x39).contains(byte) { advance() }
    return place - start
  }
}

/// A decimal number in thousandths, exactly; nil with more than three decimals or nine digits before
/// the point.
func thousandths(of number: String) -> Int? {
  var isNegative = false
  var whole = 0
  var wholeDigits = 0
  var fraction = 0
  var decimals = 0
  var afterPoint = false
  for byte in number.utf8 {
    switch byte {
    case UInt8(ascii: "-"): isNegative = true
    case UInt8(ascii: "."): afterPoint = true
    case 0x30...0x39 where afterPoint:
      decimals += 1
      guard decimals <= 3 else { return nil }
      fraction = fraction * 10 + Int(byte - 0x30)
    case 0x30...0x39:
      wholeDigits += 1
      guard wholeDigits <= 9 else { return nil }
      whole = whole * 10 + Int(byte - 0x30)
    default: return nil
    }
  }
  for _ in decimals..<3 { fraction *= 10 }
  let size = whole * 1_000 + fraction
  return isNegative ? -size : size
}
