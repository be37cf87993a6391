import Crypto
import Foundation
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Encrypted backups")
struct BackupEncryptionTests {
  /// Little work for scrypt, so that many files can be tried; what is shipped is tried in `EncryptedBackupTests`.
  private static let quick = PassphraseKey(
    rounds: 1 << 10,
    blockSize: 8,
    parallelism: 1,
    salt: String(repeating: "5a", count: 16)
  )
  private static let part = BackupHeader.partBytes

  private let folder: URL

  init() throws { folder = try TemporaryRecord.newFolder() }

  @Test(arguments: [
    0, 1, 15, 16, 17, 4_096, part - 17, part - 16, part - 1, part, part + 1, part + 15, part + 16,
    2 * part - 1, 2 * part, 2 * part + 1, 3 * part + 7,
  ])
  func `comes back the same at every size round the edge of a part`(_ size: Int) throws {
    let plain = bytes(size)
    let encrypted = try encrypted(plain)
    #expect(try decrypted(encrypted) == plain)
    let parts = max(1, (size + Self.part - 1) / Self.part)
    #expect(encrypted.count == BackupHeader.byteCount + size + parts * BackupHeader.tagBytes)
    #expect(size < 64 || encrypted.firstRange(of: Array(plain.prefix(64))) == nil)
  }

  @Test func `every bit that is another is found, wherever it is`() throws {
    let encrypted = try encrypted(bytes(100))
    for place in encrypted.indices {
      var changed = encrypted
      changed[place] ^= UInt8(1 << (place % 8))
      #expect(throws: BackupRefusal.self, "byte \(place)") { try decrypted(changed) }
    }
  }

  @Test func `what is cut short, grown, exchanged or of another file is found`() throws {
    let encrypted = try encrypted(bytes(3 * Self.part))
    let start = BackupHeader.byteCount
    let step = Self.part + BackupHeader.tagBytes
    let header = encrypted[..<start]
    let parts = (0..<3).map { encrypted[(start + $0 * step)..<(start + ($0 + 1) * step)] }
    let other = try self.encrypted(bytes(3 * Self.part), with: "another one of them")
    let whole: [[UInt8]] = [
      // Whole parts left out: the end, the begin, the middle, all.
      Array(header + parts[0] + parts[1]), Array(header + parts[1] + parts[2]),
      Array(header + parts[0] + parts[2]), Array(header),
      // Exchanged, and one twice.
      Array(header + parts[1] + parts[0] + parts[2]),
      encrypted + parts[2],
      // Cut within a part, within a tag, and grown by a byte.
      Array(encrypted.dropLast(1)), Array(encrypted.dropLast(20)),
      Array(encrypted.dropLast(Self.part)), encrypted + [0],
      // Another file's header or parts.
      Array(other[..<start] + parts[0] + parts[1] + parts[2]),
      Array(header + other[start...]),
    ]
    for (number, changed) in whole.enumerated() {
      #expect(throws: BackupRefusal.self, "form \(number)") { try decrypted(changed) }
    }
    #expect(throws: BackupRefusal.notAsEncrypted("name", part: 3)) {
      try decrypted(Array(encrypted.dropLast(1)))
    }
  }

  @Test func `a wrong passphrase is told from a file that was changed`() throws {
    let encrypted = try encrypted(bytes(100))
    #expect(throws: BackupRefusal.wrongPassphrase("name")) {
      try decrypted(encrypted, with: "four words or mode")
    }
    var changed = encrypted
    changed[BackupHeader.byteCount] ^= 1
    #expect(throws: BackupRefusal.notAsEncrypted("name", part: 1)) { try decrypted(changed) }
    var newer = encrypted
    newer[11] = 2
    #expect(throws: BackupRefusal.newerContainer("name", version: 2)) { try decrypted(newer) }
    #expect(throws: BackupRefusal.notABackup("name")) { try decrypted([]) }
  }

  @Test func `numbers that would take all the memory there is are refused unread`() throws {
    var encrypted = try encrypted(bytes(100))
    encrypted[12] = 0x7F
    #expect(throws: BackupRefusal.notAsEncrypted("name", part: 1)) { try decrypted(encrypted) }
  }

  /// The layout of docs/backup-format.md, spelled out again.
  @Test func `the file is as its page says`() throws {
    let plain = bytes(10)
    let encrypted = try encrypted(plain)
    let salt = [UInt8](repeating: 0x5A, count: 16)
    let fields: [UInt8] =
      Array("VIGLBKUP".utf8) + [0, 0, 0, 1] + [0, 0, 4, 0] + [0, 0, 0, 8] + [0, 0, 0, 1]
      + [0, 16, 0, 0] + salt
    #expect(Array(encrypted[..<44]) == fields)
    let key = try Self.quick.key(of: .ofTests)
    let bound = { (index: [UInt8], last: UInt8) in
      Array("vigil.backup.v1".utf8) + [0] + fields + index + [last]
    }
    let nothing = try AES.GCM.seal(
      [UInt8](),
      using: key,
      nonce: AES.GCM.Nonce(data: [0, 0, 0, 0] + [UInt8](repeating: 255, count: 8)),
      authenticating: bound([UInt8](repeating: 255, count: 8), 0)
    )
    #expect(Array(encrypted[44..<60]) == Array(nothing.tag))
    let first = try AES.GCM.SealedBox(
      nonce: AES.GCM.Nonce(data: [UInt8](repeating: 0, count: 12)),
      ciphertext: encrypted[60..<70],
      tag: encrypted[70...]
    )
    let opened = try AES.GCM.open(
      first,
      using: key,
      authenticating: bound([UInt8](repeating: 0, count: 8), 1)
    )
    #expect(Array(opened) == plain)
  }

  // MARK: - Helpers

  private func bytes(_ count: Int) -> [UInt8] {
    // A generator of one line (Knuth, MMIX): no two parts are alike.
    var state: UInt64 = UInt64(count) &+ 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  private func file(_ bytes: [UInt8]) throws -> PartFile {
    let part = try PartFile(for: folder.appendingPathComponent(UUID().uuidString).path)
    try part.write(bytes)
    return part
  }

  private func encrypted(
    _ plain: [UInt8],
    with words: String = "four words or more"
  ) throws -> [UInt8] {
    let (source, target) = (try file(plain), try file([]))
    defer {
      source.discard()
      target.discard()
    }
    let digest = try BackupEncryption.encrypt(
      source.reader(),
      with: Passphrase(words),
      into: target,
      numbers: Self.quick
    ) { _ in }
    #expect(digest.bytes == Array(SHA256.hash(data: plain)))
    var reader = target.reader()
    return try reader.read(target.byteCount)
  }

  @discardableResult
  private func decrypted(
    _ encrypted: [UInt8],
    with words: String = "four words or more"
  ) throws -> [UInt8] {
    let source = try file(encrypted)
    defer { source.discard() }
    var plain: [UInt8] = []
    let digest = try BackupEncryption.decrypt(
      source.reader(),
      with: Passphrase(words),
      path: "name"
    ) { plain += $0 }
    #expect(digest.bytes == Array(SHA256.hash(data: plain)))
    return plain
  }
}

@Suite("Backups that are encrypted and restored")
struct EncryptedBackupTests {
  @Test func `nothing of the record is readable in it, and nothing plain is left anywhere`() throws
  {
    let bench = try BackupBench()
    let backup = try bench.backUp(with: .ofTests)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: backup.path))
    #expect(bytes.starts(with: BackupHeader.magic))
    for words in ["Ada Example", "SQLite format 3", "CREATE TABLE", "P-014"] {
      #expect(bytes.range(of: Data(words.utf8)) == nil)
    }
    #expect(backup.isEncrypted)
    #expect(backup.digest != backup.copy.digest)
    #expect(try bench.names() == ["copy.vigil"])
    #expect(throws: BackupRefusal.wrongPassphrase(backup.path)) {
      try bench.restore(with: Passphrase("four words or mode"))
    }
    #expect(try bench.names() == ["copy.vigil"])
    let restored = try bench.restore(with: .ofTests)
    #expect(restored.isEncrypted)
    #expect(restored.digest == backup.digest)
    #expect(try bench.names() == ["copy.vigil", "restored.vigil"])
    let original = try BackupBench.rows(at: bench.record.path)
    let rows = try BackupBench.rows(at: restored.path)
    for (table, original) in original where table != "access" { #expect(rows[table] == original) }
  }

  @Test
  func
    `the plain copy lies in a folder of its owner's beside the record, and not beside the backup`()
    throws
  {
    let bench = try BackupBench(sessions: 1)
    let away = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: away) }
    var seen: Set<String> = []
    _ = try bench.record.store.backUp(
      to: away.appendingPathComponent("copy.vigil").path,
      encryptedWith: .ofTests,
      assessing: { _, _ in .nothing },
      verifying: BackupBench.verified,
      progress: { _, _, _ in
        let beside = try bench.names()
        seen.formUnion(beside)
        for name in beside {
          var status = stat()
          #expect(stat(bench.path(name), &status) == 0)
          #expect(status.st_mode & 0o7777 == 0o700)
        }
        #expect(
          try FileManager.default.contentsOfDirectory(atPath: away.path) == ["copy.vigil.part"]
        )
      }
    )
    #expect(seen.count == 1)
    #expect(seen.allSatisfy { $0.hasPrefix(".vigil-backup-") })
    #expect(try bench.names() == [])
  }

  @Test func `a plain copy that cannot be taken away is told`() throws {
    let bench = try BackupBench(sessions: 1)
    var told: [String] = []
    var folder: PlainFolder? = try PlainFolder.beside(bench.record.path) { told.append($0) }
    let path = try #require(folder?.path)
    try FileManager.default.createDirectory(
      atPath: path + "/kept",
      withIntermediateDirectories: false
    )
    try Data("plain".utf8).write(to: URL(fileURLWithPath: path + "/kept/record.vigil"))
    folder = nil
    #expect(told == [path])
    try FileManager.default.removeItem(atPath: path)
    folder = try PlainFolder.beside(bench.record.path) { told.append($0) }
    folder = nil
    #expect(told == [path])
    #expect(StoreNotice.plainCopyLeft(path).text.contains(path))
  }

  @Test func `what a run left that was killed is taken away, and one that is in use is not`() throws
  {
    let bench = try BackupBench(sessions: 1)
    let left = bench.path(".vigil-backup-abcdef")
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: false)
    try Data("plain".utf8).write(to: URL(fileURLWithPath: left + "/record.vigil.part"))
    let used = try PlainFolder.beside(bench.record.path)
    #expect(!FileManager.default.fileExists(atPath: left))
    let second = try PlainFolder.beside(bench.record.path)
    #expect(FileManager.default.fileExists(atPath: used.path))
    #expect(FileManager.default.fileExists(atPath: second.path))
    withExtendedLifetime((used, second)) {}
  }
}
