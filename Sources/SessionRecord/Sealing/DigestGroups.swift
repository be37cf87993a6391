/// Bytes as hexadecimal digits in groups of four, as they stand on paper and are typed again.
package struct DigestGroups: Hashable, Sendable {
  package let text: String

  package init(_ bytes: some Sequence<UInt8>) {
    let digits = bytes.flatMap { byte in
      [byte >> 4, byte & 15].map { DigestGroups.letters[Int($0)] }
    }
    text = stride(from: 0, to: digits.count, by: 4)
      .map { String(decoding: digits[$0..<min($0 + 4, digits.count)], as: UTF8.self) }
      .joined(separator: " ")
  }

  private static let letters = Array("0123456789abcdef".utf8)
}
