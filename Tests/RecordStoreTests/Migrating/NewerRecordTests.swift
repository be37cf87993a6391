import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("A record of a newer version")
struct NewerRecordTests {
  @Test(arguments: [RecordStore.Mode.reading, .writing, .creating])
  func `is refused and left as it is, byte by byte`(mode: RecordStore.Mode) throws {
    let golden = try GoldenRecord()
    try golden.execute("PRAGMA user_version = 3; CREATE TABLE newer (text TEXT)")
    try check(golden, mode)
  }

  @Test(arguments: [RecordStore.Mode.reading, .writing, .creating])
  func `is left as it is with the journal of a crash, too`(mode: RecordStore.Mode) throws {
    let golden = try GoldenRecord()
    try golden.execute("PRAGMA user_version = 3")
    // Its half commit and its journal, as a crash leaves them.
    let crashed = golden.folder.appendingPathComponent("crashed.vigil").path
    let queue = try DatabaseQueue(path: golden.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA cache_size = 1")
      try database.inTransaction(.immediate) {
        try database.execute(sql: "CREATE TABLE newer (text TEXT)")
        for _ in 1...300 {
          try database.execute(
            sql: "INSERT INTO newer VALUES (?)",
            arguments: [String(repeating: "n", count: 300)]
          )
        }
        for end in ["", "-journal"] {
          try FileManager.default.copyItem(atPath: golden.path + end, toPath: crashed + end)
        }
        return .rollback
      }
    }
    try queue.close()
    for end in ["", "-journal"] {
      try golden.bytes(of: crashed + end).write(to: URL(fileURLWithPath: golden.path + end))
      try FileManager.default.removeItem(atPath: crashed + end)
    }
    #expect(try golden.bytes(of: golden.path + "-journal").count > 512)
    try check(golden, mode)
    // The negative control: looking at it by SQLite undoes the commit.
    let journal = try golden.bytes(of: golden.path + "-journal")
    #expect(journal.prefix(8) == Data([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]))
    let before = try golden.bytes()
    _ = try golden.rows("PRAGMA user_version")
    #expect(try golden.bytes() != before)
  }

  private func check(_ golden: GoldenRecord, _ mode: RecordStore.Mode) throws {
    let names = try golden.names()
    let before = try names.map { try golden.bytes(of: golden.folder.path + "/" + $0) }
    let refusal = #expect(throws: RecordRefusal.newerRecord(path: golden.path, version: 3)) {
      try golden.open(mode)
    }
    #expect(refusal?.problem.contains("version 3") == true)
    #expect(try golden.names() == names)
    let after = try names.map { try golden.bytes(of: golden.folder.path + "/" + $0) }
    #expect(after == before)
  }
}
