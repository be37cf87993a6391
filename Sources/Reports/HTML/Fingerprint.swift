import SessionRecord

extension RecordDigest {
  /// The first sixteen digits in fours, to be compared by eye: `9f2c 41d7 b06e 83aa`.
  var fingerprint: String {
    let digits = Array(description.prefix(16))
    return stride(from: 0, to: digits.count, by: 4).map { start in
      String(digits[start..<min(start + 4, digits.count)])
    }.joined(separator: "\u{A0}")
  }
}
