import Crypto
import Foundation
import GRDB
import SessionRecord

extension CanonicalWriter {
  /// A column as it is stored.
  mutating func column(_ value: DatabaseValue) throws(UnexpectedColumn) {
    switch value.storage {
    case .null: absent()
    case .int64(let number): integer(Int(number))
    case .string(let string): text(string)
    case .blob(let data): octets(data)
    // No column of a record holds one.
    case .double: throw UnexpectedColumn()
    }
  }

  mutating func columns(of row: Row) throws(UnexpectedColumn) {
    for place in 0..<row.count { try column(row[place] as DatabaseValue) }
  }

  var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }
}

/// A table beside the log, each row of which an access of the same order binds.
enum BoundTable: String, CaseIterable {
  case adoption, clinic, clinician
  case protocolText = "protocol"

  var act: AccessAct {
    switch self {
    case .adoption: .protocolAdopted
    case .clinic: .clinicSet
    case .clinician: .clinicianSet
    case .protocolText: .protocolKept
    }
  }
}

extension Database {
  /// Digests of all rows of a table, in the order of its key.
  func rowDigests(of table: BoundTable) throws -> [[UInt8]] {
    let key = table == .protocolText ? "digest" : "number"
    return try digests("SELECT * FROM \(table.rawValue) ORDER BY \(key)", [], of: table)
  }

  /// Of the newest row of a numbered table.
  func newestRowDigest(of table: BoundTable) throws -> [UInt8]? {
    try digests(
      "SELECT * FROM \(table.rawValue) ORDER BY number DESC LIMIT 1",
      [],
      of: table
    ).first
  }

  func rowDigest(ofProtocol digest: RecordDigest) throws -> [UInt8]? {
    try digests(
      "SELECT * FROM protocol WHERE digest = ?",
      [digest.bytes.databaseValue],
      of: .protocolText
    ).first
  }

  private func digests(
    _ sql: String,
    _ arguments: StatementArguments,
    of table: BoundTable
  ) throws -> [[UInt8]] {
    try rows(sql, arguments) { row in
      var writer = CanonicalWriter(domain: "vigil.row.v1")
      writer.text(table.rawValue)
      try writer.columns(of: row.row)
      return writer.digest
    }
  }

  /// What was derived of a session, as it is stored now.
  func derivedDigest(of session: SessionNumber) throws -> [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.derived.v1")
    for (table, key, order) in Database.derivedTables {
      let rows = try self.rows(
        "SELECT * FROM \(table) WHERE \(key) = ? ORDER BY \(order)",
        [session.value]
      ) { row in
        var part = CanonicalWriter()
        try part.columns(of: row.row)
        return part.bytes
      }
      writer.text(table)
      writer.integer(rows.count)
      for row in rows { writer.append(row) }
    }
    return writer.digest
  }

  /// Read models: the table, the column of the session, and the order of its rows.
  static let derivedTables = [
    ("session", "number", "number"), ("reading", "session", "entry, sign"),
    ("flag", "session", "number"), ("effect", "session", "onset"), ("tally", "session", "session"),
  ]
}

extension [UInt8] {
  var databaseValue: DatabaseValue { withUnsafeBytes { Data($0).databaseValue } }
}
