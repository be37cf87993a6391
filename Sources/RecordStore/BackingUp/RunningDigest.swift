import Crypto
package import SessionRecord

/// SHA-256 of bytes as they come.
package struct RunningDigest {
  private var hash = SHA256()

  package init() {}

  package mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// Of all that came so far.
  package func digest() throws(BackupRefusal) -> RecordDigest { try RecordDigest(finishing: hash) }
}
