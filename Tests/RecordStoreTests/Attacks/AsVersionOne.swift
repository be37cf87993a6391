import Foundation
import GRDB

@testable import RecordStore

/// The record written anew as one of version 1, whose schema is read from the golden record of it.
enum AsVersionOne {
  static func write(_ record: AttackedRecord) throws {
    let sealed = record.folder.appendingPathComponent("sealed").path
    try FileManager.default.moveItem(atPath: record.path, toPath: sealed)
    let schema = try golden()
    try record.raw { database in
      try database.execute(sql: "ATTACH ? AS sealed", arguments: [sealed])
      try database.execute(
        sql: "PRAGMA application_id = \(RecordPragmas.applicationID); PRAGMA user_version = 1"
      )
      for object in schema where object.type != "trigger" { try database.execute(sql: object.sql) }
      for table in schema.filter({ $0.type == "table" }).map(\.name) where table != "seal" {
        let columns = try String.fetchAll(
          database,
          sql: "SELECT name FROM pragma_table_info('\(table)')"
        ).joined(separator: ", ")
        // Version 1 knew the acts 1 to 6.
        let kept = table == "access" ? " WHERE act < 7" : ""
        try database.execute(
          sql: "INSERT INTO main.\(table) SELECT \(columns) FROM sealed.\(table)\(kept)"
        )
      }
      for object in schema where object.type == "trigger" { try database.execute(sql: object.sql) }
      try chainAccesses(database)
    }
    try FileManager.default.removeItem(atPath: sealed)
  }

  private static func golden() throws -> [(type: String, name: String, sql: String)] {
    let path = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden/record-v1.vigil").path
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"
      ).map { (type: $0[0], name: $0[1], sql: $0[2]) }
    }
  }

  private static func chainAccesses(_ database: Database) throws {
    guard
      let id = UUID(
        bytes: Array(try Data.fetchOne(database, sql: "SELECT id FROM record") ?? Data())
      )
    else { throw UnexpectedColumn() }
    let guards = try Row.fetchAll(
      database,
      sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'access'"
    ).map { (name: $0[0] as String, sql: $0[1] as String) }
    for trigger in guards { try database.execute(sql: "DROP TRIGGER \(trigger.name)") }
    var prev = AccessRow.genesis(in: id)
    let numbers = try Int.fetchAll(database, sql: "SELECT number FROM access ORDER BY number")
    for (place, number) in numbers.enumerated() {
      try database.execute(
        sql: "UPDATE access SET number = ?, prev = ? WHERE number = ?",
        arguments: [place + 1, Data(prev), number]
      )
      let row = try database.firstRow(
        "SELECT \(AccessRow.firstColumns) FROM access WHERE number = ?",
        [place + 1]
      ) { try AccessRow($0) }
      prev = row?.hash ?? prev
      try database.execute(
        sql: "UPDATE access SET hash = ? WHERE number = ?",
        arguments: [Data(prev), place + 1]
      )
    }
    for trigger in guards { try database.execute(sql: trigger.sql) }
  }
}
