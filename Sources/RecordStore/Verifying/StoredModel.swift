import GRDB
import SessionRecord

/// What is stored of what was derived of a session, row by row as it stands, or what is derived of it again.
struct StoredModel: Hashable, Sendable {
  /// The rows of one table by their keys, each as it is digested; a key that stands twice has both.
  struct Table: Hashable, Sendable {
    let name: String
    var rows: [Row] = []
  }

  struct Row: Hashable, Sendable {
    let key: [UInt8]
    let columns: [UInt8]
  }

  private(set) var tables: [Table] = []

  /// Read within a transaction, so that the tables agree.
  init(of session: Int, _ database: Database) throws {
    var buffer = DigestBuffer()
    for table in StoredModel.tables {
      var rows: [Row] = []
      try database.eachStored(table.statement, [session]) { row in
        buffer.begin(with: [])
        for place in table.key { buffer.column(row[place]) }
        let key = buffer.written
        buffer.begin(with: [])
        buffer.columns(row, 0..<row.count)
        rows.append(Row(key: key, columns: buffer.written))
      }
      tables.append(Table(name: table.name, rows: rows))
    }
  }

  /// As a seal over a session says it.
  var digest: RecordDigest? {
    var buffer = DigestBuffer()
    buffer.begin(with: Array("vigil.derived.v1".utf8) + [0])
    for table in tables {
      buffer.text(table.name)
      buffer.integer(table.rows.count)
      for row in table.rows { buffer.append(row.columns) }
    }
    return (buffer.digest?.array).flatMap { RecordDigest(bytes: $0) }
  }

  /// Of all tables.
  var count: Int { tables.reduce(0) { $0 + $1.rows.count } }

  var isListed: Bool { tables.first?.rows.count == 1 }

  /// How these rows differ from those that are derived again, by table.
  func differences(from derived: StoredModel) -> [(table: String, rows: RowDifference)] {
    zip(tables, derived.tables).compactMap { stored, derived in
      stored.rows == derived.rows ? nil : (stored.name, stored.difference(from: derived))
    }
  }

  private struct Question {
    let name: String
    let statement: String
    /// Places of the columns of the key.
    let key: Range<Int>
  }

  private static let tables = [
    (name: "session", key: 0..<1), ("reading", 0..<3), ("flag", 0..<2), ("effect", 0..<2),
    ("tally", 0..<1),
  ].map { name, key in
    Question(name: name, statement: statement(of: name), key: key)
  }

  static func statement(of table: String) -> String {
    let known = Database.derivedTables.first { $0.0 == table }
    return "SELECT * FROM \(table) WHERE \(known?.1 ?? "session") = ? ORDER BY \(known?.2 ?? "1")"
  }
}

extension StoredModel.Table {
  fileprivate func difference(from derived: StoredModel.Table) -> RowDifference {
    let wanted = Dictionary(derived.rows.map { ($0.key, $0.columns) }) { first, _ in first }
    var seen: Set<[UInt8]> = []
    var surplus = 0
    var other = 0
    for row in rows {
      guard let columns = wanted[row.key], seen.insert(row.key).inserted else {
        surplus += 1
        continue
      }
      if columns != row.columns { other += 1 }
    }
    // Rows that are the same and stand in another order are other ones as well.
    let missing = wanted.count - seen.count
    return RowDifference(
      missing: missing,
      surplus: surplus,
      other: missing + surplus + other == 0 ? rows.count : other
    )
  }
}
