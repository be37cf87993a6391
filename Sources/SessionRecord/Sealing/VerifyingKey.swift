/// The public half of an Ed25519 key: 32 bytes, with which anyone can check what the other half signed.
package struct VerifyingKey: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Nil unless there are 32 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// All of it, as 64 lower-case digits.
  package var hexadecimal: String { DigestGroups(bytes).text.filter { $0 != " " } }

  /// The first eight bytes in groups of four digits, to be compared by eye: `3f1a 90c2 …`.
  package var fingerprint: String { DigestGroups(bytes.prefix(8)).text }
}
