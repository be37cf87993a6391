import Crypto
import Foundation
import GRDB
package import SessionRecord

extension RecordStore {
  /// Adds an access to the record's log of them, chained to the one before.
  package func log(_ access: Access) throws {
    _ = try committing { database in
      try database.insert(access, in: recordID)
    } presence: { database, row in
      try database.hash(ofAccess: row.number) == row.hash ? .all : .none
    }
  }

  /// All of them, in order.
  package func accesses() throws -> [Access] {
    try reading { try $0.accesses(Condition()) }
  }

  /// The newest access that made a backup and verified it; nil where none is known.
  package func lastVerifiedBackup() throws -> Access? {
    var condition = Condition()
    condition.require("act", "=", AccessAct.backedUp.rawValue.databaseValue)
    return try reading { try $0.accesses(condition) }.max { $0.at.instant < $1.at.instant }
  }
}

/// A row of the table `access`, as it is stored and hashed.
struct AccessRow {
  let number: Int
  let access: Access
  let prev: [UInt8]

  /// SHA-256 over every column of the row but the hash itself, with the hash before it.
  var hash: [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.access.v1")
    writer.integer(number)
    writer.integer(access.at.instant.milliseconds)
    writer.integer(access.at.offsetMinutes)
    writer.text(access.by.text)
    writer.integer(access.act.rawValue)
    writer.optional(access.subject)
    writer.octets(prev)
    return Array(SHA256.hash(data: writer.bytes))
  }

  /// What the first access is chained to: the record itself.
  static func genesis(in record: UUID) -> [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.accesses.v1")
    writer.octets(record.bytes)
    return Array(SHA256.hash(data: writer.bytes))
  }
}

extension Database {
  /// Adds an access inside a transaction.
  @discardableResult
  func insert(_ access: Access, in record: UUID) throws -> AccessRow {
    guard access.subject.fitsColumn else { throw RecordRefusal.notStorable(what: "access") }
    let last = try firstRow("SELECT number, hash FROM access ORDER BY number DESC LIMIT 1") {
      (number: try $0.integer(0), hash: try $0.bytes(1))
    }
    let row = AccessRow(
      number: (last?.number ?? 0) + 1,
      access: access,
      prev: last?.hash ?? AccessRow.genesis(in: record)
    )
    try run(
      """
      INSERT INTO access (number, at_ms, at_offset, who, act, subject, prev, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row.number, access.at.instant.milliseconds, access.at.offsetMinutes, access.by.text,
        access.act.rawValue, access.subject, Data(row.prev), Data(row.hash),
      ]
    )
    return row
  }

  fileprivate func hash(ofAccess number: Int) throws -> [UInt8]? {
    try firstRow("SELECT hash FROM access WHERE number = ?", [number]) { try $0.bytes(0) }
  }

  fileprivate func accesses(_ condition: Condition) throws -> [Access] {
    try rows(
      "SELECT act, subject, who, at_ms, at_offset FROM access\(condition.sql) ORDER BY number",
      condition.arguments
    ) { row in
      guard let act = AccessAct(rawValue: try row.integer(0)),
        let who = try? ClinicianCode(try row.text(2)),
        let at = Stamp(milliseconds: try row.integer(3), offset: try row.integer(4))
      else { throw UnexpectedColumn() }
      return Access(act, of: try row.optionalText(1), by: who, at: at)
    }
  }
}
