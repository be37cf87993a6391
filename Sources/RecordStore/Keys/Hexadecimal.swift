/// Bytes as digits, in the files that lie beside the record.
enum Hexadecimal {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Nil where it is anything but pairs of lower-case digits.
  static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for letter in text.utf8 {
      guard let place = digits.firstIndex(of: letter) else { return nil }
      if let first = high {
        bytes.append(first << 4 | UInt8(place))
        high = nil
      } else {
        high = UInt8(place)
      }
    }
    return high == nil ? bytes : nil
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
