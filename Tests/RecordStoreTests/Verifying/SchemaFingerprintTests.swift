import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Fingerprints of schemas")
struct SchemaFingerprintTests {
  private func queue(version: Int) throws -> DatabaseQueue {
    let schemas = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("schemas")
    let text = try String(
      contentsOf: schemas.appendingPathComponent("record-v\(version).sql"),
      encoding: .utf8
    )
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { try $0.execute(sql: text) }
    return queue
  }

  @Test(arguments: [1, 2])
  func `are those of the files`(_ version: Int) throws {
    try queue(version: version).writeWithoutTransaction { database in
      let schema = try StoredSchema(database)
      #expect(Hexadecimal.text(schema.fingerprint) == StoredSchema.fingerprints[version])
      #expect(schema.isThat(of: version))
      #expect(!schema.isThat(of: 3 - version))
      #expect(schema.findings(for: version).isEmpty)
    }
  }

  @Test func `are other ones once a letter of a trigger is`() throws {
    try queue(version: 2).writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = replace(sql, 'never', 'Never')
          WHERE name = 'seal_is_not_updated';
          """
      )
      let found = try StoredSchema(database).findings(for: 2)
      #expect(found.map(\.place) == [.schemaObject("trigger seal_is_not_updated")])
      #expect(found.map(\.fault) == [.objectOther])
    }
  }
}
