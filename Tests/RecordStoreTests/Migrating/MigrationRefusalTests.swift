import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("A record that is not carried over")
struct MigrationRefusalTests {
  private func refused(_ golden: GoldenRecord) throws -> (any Refusal)? {
    let before = try golden.bytes()
    let names = try golden.names()
    var refusal: (any Refusal)?
    do {
      _ = try golden.open(.writing)
    } catch let error as any Refusal {
      refusal = error
    }
    #expect(try golden.bytes() == before, "it is as it was")
    #expect(try golden.names() == names, "no copy is left")
    #expect(try golden.open(.reading).version == 1, "it is read")
    return refusal
  }

  @Test func `has an entry that was changed`() throws {
    let golden = try GoldenRecord()
    let trigger = try golden.trigger("entry_is_not_updated")
    try golden.execute(
      "DROP TRIGGER entry_is_not_updated; UPDATE entry SET author = 'XX' WHERE stream_kind = 1 AND "
        + "stream_key = 2 AND number = 2; \(trigger)"
    )
    #expect(
      try refused(golden) as? RecordRefusal
        == .damaged(
          path: golden.path,
          what: "entry #2 of session 2 does not link to the one before"
        )
    )
  }

  @Test func `has an access that was changed`() throws {
    let golden = try GoldenRecord()
    let trigger = try golden.trigger("access_is_not_updated")
    try golden.execute(
      "DROP TRIGGER access_is_not_updated; UPDATE access SET who = 'XX'; \(trigger)"
    )
    #expect(
      try refused(golden) as? RecordRefusal
        == .damaged(path: golden.path, what: "access 1 does not link to the one before")
    )
  }

  @Test(arguments: [
    "CREATE TABLE own (text TEXT)", "DROP TRIGGER entry_is_not_updated", "DROP INDEX flag_rule",
  ])
  func `has other tables than version 1`(change: String) throws {
    let golden = try GoldenRecord()
    try golden.execute(change)
    #expect(try refused(golden) as? MigrationRefusal == .otherTables(path: golden.path))
  }

  @Test func `holds what version 2 cannot hold, and is as it was`() throws {
    let golden = try GoldenRecord()
    // With a chain that holds: an act that no version has.
    let store = try golden.open(.reading)
    let last = try #require(
      try store.queue.inDatabase { try $0.firstAccessRows() }.last
    )
    var writer = CanonicalWriter(domain: "vigil.access.v1")
    for number in [2, last.row.at, last.row.offset] { writer.integer(number) }
    writer.text("LH")
    writer.integer(99)
    writer.absent()
    writer.octets(last.hash)
    let queue = try DatabaseQueue(path: golden.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: "INSERT INTO access VALUES (2, ?, ?, 'LH', 99, NULL, ?, ?)",
        arguments: [last.row.at, last.row.offset, Data(last.hash), Data(writer.digest)]
      )
    }
    try queue.close()
    let refusal = try #require(try refused(golden))
    #expect(refusal.kind == .notSaved)
  }

  @Test func `is held by another program`() throws {
    let golden = try GoldenRecord()
    let other = try DatabaseQueue(path: golden.path)
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      let refusal = #expect(throws: RecordRefusal.self) { try golden.open(.writing) }
      #expect(refusal?.kind == .busy)
      try database.execute(sql: "ROLLBACK")
    }
    #expect(try golden.open(.writing).version == 2)
  }

  @Test(arguments: [
    MigrationRefusal.notCopied(path: "/r.vigil", why: "the disk is full"), .copyDiffers("/r.part"),
    .otherTables(path: "/r.vigil"),
  ])
  func `is told in whole sentences`(refusal: MigrationRefusal) {
    #expect(
      refusal.problem.contains("nothing was stored")
        || refusal.problem.contains("Nothing was stored")
    )
    #expect(refusal.problem.hasSuffix("."))
    #expect(refusal.remedy?.hasSuffix(".") == true)
  }
}

extension GoldenRecord {
  /// The text that makes a trigger, to make it again.
  fileprivate func trigger(_ name: String) throws -> String {
    let queue = try DatabaseQueue(path: path)
    let sql = try queue.read {
      try String.fetchOne(
        $0,
        sql: "SELECT sql FROM sqlite_schema WHERE name = ?",
        arguments: [name]
      )
    }
    try queue.close()
    guard let sql else { throw UnexpectedColumn() }
    return sql
  }
}
