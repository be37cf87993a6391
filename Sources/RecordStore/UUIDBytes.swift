import Crypto
import Foundation
package import SessionRecord

extension UUID {
  var bytes: [UInt8] { withUnsafeBytes(of: uuid) { Array($0) } }

  /// Nil unless there are 16 bytes.
  init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(first16Of: bytes)
  }

  fileprivate init(first16Of bytes: [UInt8]) {
    var id: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &id) { $0.copyBytes(from: bytes.prefix(16)) }
    self.init(uuid: id)
  }
}

extension EntryID {
  /// The id of what says exactly these bytes: the first 16 of their SHA-256, as a UUID of version 8.
  package init(digesting bytes: [UInt8]) {
    var id = Array(SHA256.hash(data: bytes))
    id[6] = id[6] & 0x0F | 0x80
    id[8] = id[8] & 0x3F | 0x80
    self.init(UUID(first16Of: id))
  }
}
