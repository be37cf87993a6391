package import SessionRecord

extension RecordDigest {
  /// A digest of nothing, for what a test does not look at.
  package static var zero: RecordDigest {
    guard let digest = RecordDigest(bytes: [UInt8](repeating: 0, count: 32)) else {
      preconditionFailure("32 bytes are a digest")
    }
    return digest
  }
}
