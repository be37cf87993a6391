import Crypto
import Foundation

/// The first 60 bytes of an encrypted backup: with which numbers the passphrase gives its key.
///
/// docs/backup-format.md describes the whole file.
struct BackupHeader: Hashable {
  static let magic = Array("VIGLBKUP".utf8)
  static let version = 1
  /// Before the check.
  private static let fieldBytes = 44
  static let byteCount = fieldBytes + tagBytes
  static let tagBytes = 16
  /// What one part holds of the record; the last may hold less.
  static let partBytes = 1 << 20

  /// Without the check.
  let fields: [UInt8]
  let key: PassphraseKey

  /// Of a new file.
  init(_ key: PassphraseKey) throws(KeyRefusal) {
    guard let salt = Hexadecimal.bytes(key.salt) else { throw .notDerived }
    self.key = key
    var fields = BackupHeader.magic
    for number in [
      BackupHeader.version, key.rounds, key.blockSize, key.parallelism, BackupHeader.partBytes,
    ] {
      fields += BackupHeader.bytes(UInt32(truncatingIfNeeded: number))
    }
    self.fields = fields + salt
  }

  enum Reading: Error {
    case notOne
    case newer(version: Int)
    case unknownNumbers
  }

  /// Of a file that is there.
  init(reading bytes: [UInt8]) throws(Reading) {
    guard bytes.count >= BackupHeader.fieldBytes, bytes.starts(with: BackupHeader.magic) else {
      throw .notOne
    }
    let numbers = (0..<5).map { place in
      bytes[(8 + 4 * place)..<(12 + 4 * place)].reduce(0) { $0 << 8 | Int($1) }
    }
    guard numbers[0] <= BackupHeader.version else { throw .newer(version: numbers[0]) }
    guard numbers[0] == BackupHeader.version, numbers[4] == BackupHeader.partBytes else {
      throw .unknownNumbers
    }
    fields = Array(bytes[..<BackupHeader.fieldBytes])
    key = PassphraseKey(
      rounds: numbers[1],
      blockSize: numbers[2],
      parallelism: numbers[3],
      salt: Hexadecimal.text(fields.suffix(16))
    )
    guard key.isPossible else { throw .unknownNumbers }
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}

/// The cipher of one file: AES-256-GCM, a part at a time, each bound to the header, to its place and to whether it
/// is the last.
struct BackupCipher {
  let header: BackupHeader
  private let key: SymmetricKey

  /// Works the passphrase into the key, which takes half a second and 128 MiB.
  init(_ header: BackupHeader, _ passphrase: Passphrase) throws(KeyRefusal) {
    self.header = header
    key = try header.key.key(of: passphrase)
  }

  /// A tag over nothing, by which a wrong passphrase is known before anything is decrypted.
  func check() throws(BackupRefusal) -> [UInt8] {
    do {
      return Array(
        try AES.GCM.seal(
          [UInt8](),
          using: key,
          nonce: nonce(.max),
          authenticating: bound(.max, false)
        )
        .tag
      )
    } catch {
      throw .notDerived
    }
  }

  func seal(_ part: [UInt8], _ index: UInt64, isLast: Bool) throws(BackupRefusal) -> [UInt8] {
    do {
      let box = try AES.GCM.seal(
        part,
        using: key,
        nonce: nonce(index),
        authenticating: bound(index, isLast)
      )
      return Array(box.ciphertext) + Array(box.tag)
    } catch {
      throw .notDerived
    }
  }

  /// Nil where it is not what was sealed at this place.
  func open(_ sealed: [UInt8], _ index: UInt64, isLast: Bool) -> [UInt8]? {
    guard sealed.count >= BackupHeader.tagBytes,
      let nonce = try? nonce(index),
      let box = try? AES.GCM.SealedBox(
        nonce: nonce,
        ciphertext: sealed.dropLast(BackupHeader.tagBytes),
        tag: sealed.suffix(BackupHeader.tagBytes)
      ),
      let part = try? AES.GCM.open(box, using: key, authenticating: bound(index, isLast))
    else { return nil }
    return Array(part)
  }

  /// Four zeros and the index: a key is of one file, so no nonce comes twice under it.
  private func nonce(_ index: UInt64) throws -> AES.GCM.Nonce {
    try AES.GCM.Nonce(data: [0, 0, 0, 0] + BackupCipher.bytes(index))
  }

  private func bound(_ index: UInt64, _ isLast: Bool) -> [UInt8] {
    Array("vigil.backup.v1".utf8) + [0] + header.fields + BackupCipher.bytes(index)
      + [isLast ? 1 : 0]
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}
