import Crypto
import Foundation
import SessionRecord

/// The bytes of an open file from its beginning, without moving where it is written.
struct FileReader {
  private let descriptor: Int32
  private let path: String
  private var offset = 0

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// The next bytes, so many unless the file ends; empty at its end.
  mutating func read(_ count: Int) throws(BackupRefusal) -> [UInt8] {
    let start = offset
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let got = pread(
          descriptor,
          buffer.baseAddress.map { $0 + filled },
          count - filled,
          off_t(start + filled)
        )
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        if got == 0 { return }
        filled += got
      }
    }
    if failure != 0 { throw .notReadable(path, why: SystemFailure.wordsOfReading(failure)) }
    offset += bytes.count
    return bytes
  }

  /// SHA-256 of what is left.
  func digest() throws(BackupRefusal) -> RecordDigest {
    var reader = self
    var hash = SHA256()
    while case let bytes = try reader.read(FileReader.atOnce), !bytes.isEmpty {
      hash.update(data: bytes)
    }
    return try RecordDigest(finishing: hash)
  }

  /// Bytes.
  static let atOnce = 1 << 20
}

extension RecordDigest {
  init(finishing hash: SHA256) throws(BackupRefusal) {
    guard let digest = RecordDigest(bytes: Array(hash.finalize())) else { throw .notDigested }
    self = digest
  }
}
