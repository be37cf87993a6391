import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Settings of a connection")
struct PragmaTests {
  @Test func `a writing connection keeps what it commits through a power cut`() throws {
    let record = try TemporaryRecord()
    // Written out here, not taken from the code that sets them.
    let expected = [
      "journal_mode": "delete", "synchronous": "3", "foreign_keys": "1",
      "recursive_triggers": "1", "trusted_schema": "0", "cell_size_check": "1",
      "mmap_size": "0", "secure_delete": "1",
    ]
    try record.store.queue.inDatabase { database in
      for (name, value) in expected {
        let found = try String.fetchOne(database, sql: "PRAGMA \(name)")
        #expect(found == value, "\(name)")
      }
    }
  }

  @Test func `a reading connection cannot write`() throws {
    let record = try TemporaryRecord()
    let reading = try RecordStore.open(at: record.path, .reading, now: TemporaryRecord.opened)
    #expect(throws: DatabaseError.self) {
      try reading.queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 9") }
    }
  }

  @Test func `a record that stays in another journal mode is not written to`() throws {
    let record = try TemporaryRecord()
    let other = try record.raw()
    try other.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try other.inDatabase { database in
      try database.execute(sql: "BEGIN; SELECT * FROM record")
      // A WAL cannot be left while another connection is in the file.
      let refusal = #expect(throws: RecordRefusal.self) {
        try RecordStore.open(at: record.path, .writing, now: TemporaryRecord.opened)
      }
      #expect(refusal?.kind == .cannotWrite || refusal?.kind == .busy)
      try database.execute(sql: "COMMIT")
    }
    try other.close()
    let store = try RecordStore.open(at: record.path, .writing, now: TemporaryRecord.opened)
    let mode = try store.queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(mode == "delete")
  }

  @Test func `the file says what it is`() throws {
    let record = try TemporaryRecord()
    try record.raw().inDatabase { database in
      #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x5649_474C)
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 2)
      let loose = try String.fetchAll(
        database,
        sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
      )
      #expect(loose == ["sqlite_schema"])
    }
  }
}
