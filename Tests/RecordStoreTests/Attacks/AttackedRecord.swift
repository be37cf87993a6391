import Foundation
import GRDB
import SessionRecord

@testable import RecordStore

/// A copy of the sealed record that one attack may do anything to, in a folder of its own.
final class AttackedRecord {
  let whole: SealedRecord
  let folder: URL
  let keyring: Keyring

  var path: String { folder.appendingPathComponent("record.vigil").path }
  var file: URL { URL(fileURLWithPath: path) }

  init(_ whole: SealedRecord) throws {
    self.whole = whole
    folder = try TemporaryRecord.newFolder()
    keyring = Keyring(folder: folder.appendingPathComponent("keys").path)
    try whole.bytes.write(to: file)
    for (name, bytes) in whole.keys {
      try PrivateFile(path: "\(keyring.place(of: whole.id))/\(name)")
        .write(Array(bytes), replacing: true)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  // MARK: - As others open it

  /// What any program that speaks SQL can try.
  func sql(_ statement: String) throws {
    try raw { try $0.execute(sql: "PRAGMA recursive_triggers = OFF; \(statement)") }
  }

  /// Another program's connection, which asks no foreign keys and obeys no checks.
  func raw(_ body: (Database) throws -> Void) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction(body)
    try queue.close()
  }

  /// Drops every trigger, does it, and makes the triggers again as they were.
  func unguarded(_ body: (Database) throws -> Void) throws {
    try raw { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try database.inTransaction {
        let triggers = try Row.fetchAll(
          database,
          sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).map { (name: $0["name"] as String, sql: $0["sql"] as String) }
        for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger.name)") }
        try body(database)
        for trigger in triggers { try database.execute(sql: trigger.sql) }
        return .commit
      }
    }
  }

  /// The same with statements alone.
  func unguarded(_ statements: String) throws {
    try unguarded { try $0.execute(sql: statements) }
  }

  /// Vigil itself, run by somebody with other keys or with none.
  func vigil<Value>(keys: Keyring?, _ body: (RecordStore) throws -> Value) throws -> Value {
    let store = try RecordStore.open(
      at: path,
      .writing,
      station: Station(account: "someone", keyring: keys),
      now: TemporaryRecord.opened
    )
    defer { try? store.queue.close() }
    return try body(store)
  }

  /// A keyring of somebody else.
  var strangeKeyring: Keyring { Keyring(folder: folder.appendingPathComponent("strange").path) }

  // MARK: - What is in it

  /// Everything that is stored, as text; why it cannot be read, where it cannot.
  ///
  /// Of a copy, since reading a file beside which a journal lies changes it.
  func contents() throws -> String {
    let copy = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: copy) }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("record.vigil") {
      try FileManager.default.copyItem(
        at: folder.appendingPathComponent(name),
        to: copy.appendingPathComponent(name)
      )
    }
    do {
      let queue = try DatabaseQueue(path: copy.appendingPathComponent("record.vigil").path)
      return try queue.writeWithoutTransaction(AttackedRecord.contents)
    } catch let error as DatabaseError {
      return "not to be read: \(error.extendedResultCode)"
    }
  }

  private static func contents(_ database: Database) throws -> String {
    var lines = try ["application_id", "user_version", "journal_mode"].map {
      "\($0): \(try String.fetchOne(database, sql: "PRAGMA \($0)") ?? "")"
    }
    lines += try String.fetchAll(
      database,
      sql: "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name"
    )
    let tables = try String.fetchAll(
      database,
      sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    )
    for table in tables {
      let columns = try String.fetchAll(
        database,
        sql: "SELECT name FROM pragma_table_info('\(table)')"
      )
      // Texts with their type and every byte, also beyond a NUL.
      let all = columns.map { "typeof(\($0)) || hex(CAST(\($0) AS BLOB))" }
      lines += try String.fetchAll(
        database,
        sql: "SELECT '\(table) ' || \(all.joined(separator: " || ' ' || ")) FROM \(table)"
      )
    }
    return lines.joined(separator: "\n")
  }
}
