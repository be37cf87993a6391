import Foundation
import GRDB
import GRDBSQLite
import SessionRecord
import Testing

@testable import RecordStore

/// What a file from elsewhere brings in its schema is SQL of whoever made it.
@Suite("A file with SQL of its own")
struct ForeignSchemaTests {
  /// Each makes what SQLite would run when `clinician` or another table is read.
  private static let foreign: [(name: String, sql: String)] = [
    (
      "a view in the place of a table",
      """
      PRAGMA legacy_alter_table = ON; ALTER TABLE clinician RENAME TO hidden;
      CREATE VIEW clinician AS SELECT * FROM hidden
      """
    ),
    ("a view that nobody asks for", "CREATE VIEW mine AS SELECT 1"),
    ("a virtual table", "CREATE VIRTUAL TABLE mine USING rtree(id, low, high)"),
    (
      "a view with comments for spaces",
      """
      PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema VALUES ('view', 'mine', 'mine', 0, 'CREATE/**/view/**/mine AS SELECT 1')
      """
    ),
    (
      "a view whose text is kept as bytes",
      """
      PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema VALUES ('view', 'mine', 'mine', 0,
        CAST('CREATE VIEW mine AS SELECT 1' AS BLOB))
      """
    ),
  ]

  @Test(arguments: foreign.map(\.name))
  func `no view and no virtual table of a file is ever read`(_ name: String) throws {
    let record = try TemporaryRecord()
    let sql = try #require(ForeignSchemaTests.foreign.first { $0.name == name }?.sql)
    try record.raw().inDatabase { try $0.execute(sql: sql) }
    for mode in [RecordStore.Mode.reading, .writing, .creating] {
      let refusal = #expect(throws: RecordRefusal.self) {
        try RecordStore.open(at: record.path, mode, now: TemporaryRecord.opened)
      }
      #expect(refusal?.kind == .damaged)
      #expect(refusal?.problem.contains("has a view or a virtual table") == true)
    }
  }

  @Test func `a table and a trigger of others, and a word with view in it, are read and told`()
    throws
  {
    let record = try TemporaryRecord()
    try record.raw().inDatabase { database in
      try database.execute(
        sql: """
          CREATE TABLE review (reviewed TEXT, overview_of TEXT, virtually INTEGER);
          CREATE TRIGGER previewed AFTER INSERT ON review BEGIN SELECT 1; END
          """
      )
    }
    let store = try RecordStore.open(at: record.path, .reading, now: TemporaryRecord.opened)
    #expect(try store.queue.inDatabase { try !$0.bringsItsOwnSQL() })
  }

  @Test func `what SQLite takes of one statement is limited on every connection`() throws {
    let record = try TemporaryRecord()
    let reading = try RecordStore.open(at: record.path, .reading, now: TemporaryRecord.opened)
    for queue in [record.store.queue, reading.queue] {
      queue.inDatabase { database in
        for limit in StatementLimits.all {
          #expect(sqlite3_limit(database.sqliteConnection, limit.kind, -1) == limit.most)
        }
        let many = Array(repeating: "1", count: 101).joined(separator: ", ")
        #expect(throws: DatabaseError.self) { try Row.fetchOne(database, sql: "SELECT \(many)") }
        #expect(throws: DatabaseError.self) {
          try Row.fetchOne(database, sql: "SELECT 1 ORDER BY \(many)")
        }
      }
    }
    // Without the limits SQLite takes both.
    try record.raw().inDatabase { database in
      let many = Array(repeating: "1", count: 101).joined(separator: ", ")
      let row = try Row.fetchOne(database, sql: "SELECT \(many) ORDER BY \(many)")
      #expect(row != nil)
    }
  }
}
