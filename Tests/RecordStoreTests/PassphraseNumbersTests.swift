import Foundation
import SessionRecord
import Testing

@testable import RecordStore

/// The numbers of scrypt in a file that somebody changed: refused before any memory is taken.
@Suite("The numbers of a passphrase's key")
struct PassphraseNumbersTests {
  private static let possible = PassphraseKey(
    rounds: 1 << 10,
    blockSize: 8,
    parallelism: 1,
    salt: String(repeating: "5a", count: 16)
  )

  @Test(arguments: [
    (0, 8, 1), (-1, 8, 1), (1 << 9, 8, 1), (1 << 19, 8, 1), (1 << 20, 8, 1), (3 << 10, 8, 1),
    (Int.max, 8, 1), (Int.min, 8, 1), (1 << 17, 0, 1), (1 << 17, 16, 1), (1 << 17, 8, 2),
    (1 << 17, Int.max, Int.max),
  ])
  func `that no Vigil wrote are not worked with`(
    rounds: Int,
    blockSize: Int,
    parallelism: Int
  ) throws {
    let key = PassphraseKey(
      rounds: rounds,
      blockSize: blockSize,
      parallelism: parallelism,
      salt: Self.possible.salt
    )
    #expect(!key.isPossible)
    #expect(throws: KeyRefusal.notDerived) { try key.key(of: Passphrase("correct horse")) }
    let header = try BackupHeader(key)
    #expect(throws: BackupHeader.Reading.self) {
      try BackupHeader(reading: header.fields + [UInt8](repeating: 0, count: 16))
    }
  }

  @Test(arguments: [
    "", "5a", String(repeating: "5A", count: 16), String(repeating: "z", count: 32),
  ])
  func `with a salt that is none are not worked with`(salt: String) {
    let key = PassphraseKey(rounds: 1 << 10, blockSize: 8, parallelism: 1, salt: salt)
    #expect(!key.isPossible)
    #expect(throws: KeyRefusal.notDerived) { try key.key(of: Passphrase("correct horse")) }
  }

  @Test func `that are possible are, up to a quarter of a gigabyte`() throws {
    for power in 10...18 {
      let key = PassphraseKey(
        rounds: 1 << power,
        blockSize: 8,
        parallelism: 1,
        salt: Self.possible.salt
      )
      #expect(key.isPossible)
      #expect(try BackupHeader(reading: BackupHeader(key).fields).key == key)
    }
    _ = try Self.possible.key(of: Passphrase("correct horse"))
  }

  @Test func `a key file that is a pipe is none, and nobody waits for it`() throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("record.key").path
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: PrivateFile.Failure.self) { try PrivateFile(path: path).read() }
  }
}
