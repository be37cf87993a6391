import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("The journal beside a record")
struct RecordJournalTests {
  private let record: TemporaryRecord

  init() throws {
    record = try TemporaryRecord()
    try record.store.queue.close()
  }

  /// A header of SQLite's, over no page: of a file that had so many of so many bytes.
  private func header(pages: UInt32, of bytes: UInt32) -> Data {
    var data = Data([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
    for number in [0, 7, pages, 512, bytes] {
      withUnsafeBytes(of: number.bigEndian) { data.append(contentsOf: $0) }
    }
    return data + Data(count: 512 - data.count)
  }

  private func size() throws -> Int {
    try #require(
      FileManager.default.attributesOfItem(atPath: record.path)[.size] as? Int
    )
  }

  @Test(arguments: [UInt32(100), 0x7FFF_FFFF, .max])
  func `of a larger file is refused, and the record stays as large as it is`(
    pages: UInt32
  ) throws {
    let before = try size()
    let journal = URL(fileURLWithPath: record.path + "-journal")
    try header(pages: pages, of: 4_096).write(to: journal)
    for mode in [RecordStore.Mode.reading, .writing] {
      #expect(
        throws: RecordRefusal.damaged(
          path: record.path,
          what: "the journal beside it is of a larger file"
        )
      ) { try RecordStore.open(at: record.path, mode, now: TemporaryRecord.opened) }
    }
    #expect(try size() == before)
  }

  @Test func `of a file that had as many pages is undone, and the record opened`() throws {
    let before = try size()
    let journal = URL(fileURLWithPath: record.path + "-journal")
    try header(pages: UInt32(before / 4_096), of: 4_096).write(to: journal)
    let again = try RecordStore.open(at: record.path, .writing, now: TemporaryRecord.opened)
    #expect(again.recordID == record.store.recordID)
    #expect(try size() == before)
    #expect(!FileManager.default.fileExists(atPath: journal.path))
  }

  @Test(arguments: ["-journal", "-wal"])
  func `that is a pipe or a folder is refused, and nobody waits`(end: String) throws {
    for make in [{ mkfifo($0, 0o600) }, { mkdir($0, 0o700) }] as [(String) -> Int32] {
      #expect(make(record.path + end) == 0)
      #expect(throws: RecordRefusal.self) {
        try RecordStore.open(at: record.path, .reading, now: TemporaryRecord.opened)
      }
      try FileManager.default.removeItem(atPath: record.path + end)
    }
  }

  @Test func `what SQLite says of a schema is one line, and short`() {
    let lines = DatabaseError(message: "near \"X\": syntax error\n  SELECT 1;\n")
    #expect(lines.said == "near \"X\": syntax error …")
    let long = DatabaseError(message: String(repeating: "a", count: 5_000))
    #expect(long.said == String(repeating: "a", count: 120) + "…")
    #expect(DatabaseError(message: "database disk image is malformed").said.hasSuffix("malformed"))
  }
}
