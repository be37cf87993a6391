import Foundation
import GRDB
import SessionRecord

/// How much a record of version 1 holds and where its chains end, computed row by row.
///
/// Two records with the same contents hold the same log and the same accesses.
struct RecordContents: Hashable {
  /// Rows by table.
  let counts: [String: Int]
  /// The last hash by stream.
  let heads: [EntryStream: [UInt8]]
  /// The last hash of the accesses; nil where there is none.
  let access: [UInt8]?

  private static let tables = [
    "record", "entry", "protocol", "adoption", "clinic", "patient", "clinician", "seal", "access",
    "session", "reading", "flag", "effect", "tally",
  ]

  /// Throws where a chain does not hold, and names the place.
  init(of database: Database, in record: UUID, path: String) throws {
    counts = try Dictionary(
      uniqueKeysWithValues: RecordContents.tables.map { table in
        (table, try database.firstRow("SELECT count(*) FROM \(table)") { try $0.integer(0) } ?? 0)
      }
    )
    heads = try RecordContents.heads(of: database, in: record, path: path)
    var prev = AccessRow.genesis(in: record)
    var accesses = 0
    for (row, hash) in try database.firstAccessRows() {
      guard row.number == accesses + 1, row.prev == prev, row.hash == hash else {
        throw RecordRefusal.damaged(
          path: path,
          what: "access \(row.number) does not link to the one before"
        )
      }
      prev = hash
      accesses += 1
    }
    access = accesses == 0 ? nil : prev
  }

  private static func heads(
    of database: Database,
    in record: UUID,
    path: String
  ) throws -> [EntryStream: [UInt8]] {
    var heads: [EntryStream: [UInt8]] = [:]
    for stream in try database.streams() {
      var prev = stream.genesis(in: record)
      var number = 0
      let (kind, key) = stream.columns
      let statement = try database.cachedStatement(sql: RecordContents.rowsOfStream)
      let rows = try Row.fetchCursor(statement, arguments: [kind, key])
      while let row = try rows.next() {
        let row = try LogRow(StoredRow(row: row), in: stream)
        number += 1
        guard row.number == number, row.prev == prev, row.digest == row.hash else {
          throw RecordRefusal.damaged(
            path: path,
            what: "entry #\(row.number) of \(stream.said) does not link to the one before"
          )
        }
        prev = row.hash
      }
      heads[stream] = prev
    }
    return heads
  }

  private static let rowsOfStream = """
    SELECT \(LogRow.columns) FROM entry WHERE stream_kind = ? AND stream_key = ? ORDER BY number
    """
}

extension EntryStream {
  fileprivate var said: String {
    switch self {
    case .session(let number): "session \(number)"
    case .course(let patient): "the course of \(patient)"
    }
  }
}

extension Database {
  /// Those that have an entry, sessions first.
  func streams() throws -> [EntryStream] {
    try rows(
      "SELECT DISTINCT stream_kind, stream_key FROM entry ORDER BY stream_kind, stream_key"
    ) { row in
      guard try row.integer(0) == 1 else {
        do {
          return .course(try PatientCode(try row.text(1)))
        } catch is any Refusal {
          throw UnexpectedColumn()
        }
      }
      return .session(SessionNumber(try row.integer(1)))
    }
  }

  /// All rows of the table `access` of version 1, each with the hash that is stored.
  func firstAccessRows() throws -> [(row: AccessRow, hash: [UInt8])] {
    try rows("SELECT \(AccessRow.firstColumns) FROM access ORDER BY number") {
      (try AccessRow($0), try $0.bytes(10))
    }
  }
}
