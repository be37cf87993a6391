import Crypto
import Foundation
import SessionRecord

/// Turns a file into an encrypted one and back, a part at a time.
enum BackupEncryption {
  /// Adds the header and every part of what *plain* still has to *part*, and gives SHA-256 of what was read.
  static func encrypt(
    _ plain: FileReader,
    with passphrase: Passphrase,
    into part: PartFile,
    numbers: PassphraseKey = .fresh(),
    told: (Int) throws -> Void
  ) throws -> RecordDigest {
    let cipher = try cipher(BackupHeader(numbers), passphrase)
    try part.write(cipher.header.fields + cipher.check())
    var reader = plain
    var hash = SHA256()
    var index: UInt64 = 0
    var bytes = try reader.read(BackupHeader.partBytes)
    while true {
      let next = try reader.read(BackupHeader.partBytes)
      hash.update(data: bytes)
      try part.write(cipher.seal(bytes, index, isLast: next.isEmpty))
      index += 1
      try told(Int(index))
      guard !next.isEmpty else { return try RecordDigest(finishing: hash) }
      bytes = next
    }
  }

  /// Gives every part of the file at *path* to *take*, in order, and SHA-256 of all of them.
  ///
  /// What was given has to be thrown away where this throws: only the last part says that nothing is missing.
  static func decrypt(
    _ encrypted: FileReader,
    with passphrase: Passphrase,
    path: String,
    take: ([UInt8]) throws -> Void
  ) throws -> RecordDigest {
    var reader = encrypted
    let header = try header(reader.read(BackupHeader.byteCount), path: path)
    let cipher = try cipher(header.header, passphrase)
    guard try cipher.check() == header.check else { throw BackupRefusal.wrongPassphrase(path) }
    let sealedBytes = BackupHeader.partBytes + BackupHeader.tagBytes
    var hash = SHA256()
    var index: UInt64 = 0
    var sealed = try reader.read(sealedBytes)
    while true {
      let next = try reader.read(sealedBytes)
      guard let bytes = cipher.open(sealed, index, isLast: next.isEmpty) else {
        throw BackupRefusal.notAsEncrypted(path, part: Int(index) + 1)
      }
      hash.update(data: bytes)
      try take(bytes)
      index += 1
      guard !next.isEmpty else { return try RecordDigest(finishing: hash) }
      sealed = next
    }
  }

  private static func header(
    _ bytes: [UInt8],
    path: String
  ) throws(BackupRefusal) -> (header: BackupHeader, check: [UInt8]) {
    do throws(BackupHeader.Reading) {
      let header = try BackupHeader(reading: bytes)
      let check = Array(bytes.dropFirst(header.fields.count))
      guard check.count == BackupHeader.tagBytes else { throw .unknownNumbers }
      return (header, check)
    } catch {
      switch error {
      case .notOne: throw .notABackup(path)
      case .newer(let version): throw .newerContainer(path, version: version)
      case .unknownNumbers: throw .notAsEncrypted(path, part: 1)
      }
    }
  }

  private static func cipher(
    _ header: BackupHeader,
    _ passphrase: Passphrase
  ) throws(BackupRefusal) -> BackupCipher {
    do {
      return try BackupCipher(header, passphrase)
    } catch {
      throw .notDerived
    }
  }
}
