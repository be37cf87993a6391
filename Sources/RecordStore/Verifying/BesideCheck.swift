import Crypto
import GRDB
import SessionRecord

/// Looks at the tables beside the log: every row against the access that wrote it.
struct BesideCheck {
  let connections: ReadingConnections
  let version: Int

  func look(into findings: inout Findings) {
    guard version > 1 else { return }
    for table in BoundTable.allCases {
      findings.look(at: .table(table.rawValue)) { findings in
        // Rows and accesses of one moment, so that they agree.
        var rows: [BesideRow] = []
        var written: [BindingAccess] = []
        try connections.read { database in
          try database.inTransaction(.deferred) {
            rows = try database.besideRows(of: table)
            written = try database.bindingAccesses([table.act], after: 0)
            return .rollback
          }
        }
        if table == .protocolText {
          compare(texts: rows, written, &findings)
        } else {
          compare(rows, written, of: table, &findings)
        }
      }
    }
  }

  /// In the same order and number.
  private func compare(
    _ rows: [BesideRow],
    _ written: [BindingAccess],
    of table: BoundTable,
    _ findings: inout Findings
  ) {
    if rows.count != written.count {
      findings.add(.table(table.rawValue), .rowsWritten(written.count, found: rows.count))
    }
    for (row, access) in zip(rows, written)
    where row.digest != access.digest || row.subject != access.subject {
      findings.add(.row(table: table.rawValue, number: row.number), .notAsWritten)
    }
  }

  /// In any order.
  private func compare(
    texts rows: [BesideRow],
    _ written: [BindingAccess],
    _ findings: inout Findings
  ) {
    var left: [Bound: Int] = [:]
    for access in written { left[Bound(access), default: 0] += 1 }
    for row in rows {
      let bound = Bound(row)
      if let count = left[bound], count > 0 {
        left[bound] = count - 1
      } else {
        findings.add(.protocolText(row.name), .notAsWritten)
      }
    }
    let missing = left.values.reduce(0, +)
    if missing > 0 {
      findings.add(.table("protocol"), .rowsWritten(written.count, found: written.count - missing))
    }
  }

  private struct Bound: Hashable {
    let subject: [UInt8]?
    let digest: HashBytes?

    init(_ access: BindingAccess) {
      subject = access.subject
      digest = access.digest
    }

    init(_ row: BesideRow) {
      subject = row.subject
      digest = row.digest
    }
  }
}

/// A row of a table beside the log as it was read.
struct BesideRow: Sendable {
  let number: Int
  /// Of a protocol's text, the first digits of its digest.
  let name: String
  /// What its access has as subject: a code or an id; nil of the clinic.
  let subject: [UInt8]?
  let digest: HashBytes?
}

extension BoundTable {
  /// The column that its accesses have as subject.
  fileprivate var subjectColumn: Int? {
    switch self {
    case .adoption, .clinician, .protocolText: 1
    case .clinic: nil
    }
  }

  var statement: String {
    "SELECT * FROM \(rawValue) ORDER BY \(self == .protocolText ? "digest" : "number")"
  }
}

extension Database {
  fileprivate func besideRows(of table: BoundTable) throws -> [BesideRow] {
    var rows: [BesideRow] = []
    var buffer = DigestBuffer()
    try eachStored(table.statement) { row in
      rows.append(
        BesideRow(
          number: row.integer(0) ?? 0,
          name: Hexadecimal.text(row[0].bytes.prefix(8)),
          subject: table.subjectColumn.map { row[$0].bytes },
          digest: buffer.digest(of: row, in: table.rawValue)
        )
      )
    }
    return rows
  }

  /// The accesses of these acts after a number, in order.
  func bindingAccesses(_ acts: [AccessAct], after number: Int) throws -> [BindingAccess] {
    var accesses: [BindingAccess] = []
    for act in acts {
      try eachStored(BindingAccess.statement, [act.rawValue, number]) { row in
        accesses.append(
          BindingAccess(
            number: row.integer(0) ?? 0,
            act: row.integer(1) ?? 0,
            subject: row.isNull(2) ? nil : row[2].bytes,
            digest: row.hash(3),
            at: row.integer(4) ?? 0
          )
        )
      }
    }
    return accesses
  }
}

extension BindingAccess {
  /// As the index has it.
  static let statement = """
    SELECT number, act, subject, digest, at_ms FROM access
    WHERE act > 3 AND act = ? AND number > ? ORDER BY number
    """
  /// Of version 1, whose accesses bind nothing.
  static let firstStatement = """
    SELECT number, act, subject, NULL, at_ms FROM access WHERE act = ? AND number > ? ORDER BY number
    """
}

extension DigestBuffer {
  /// Of a whole row, with all of its columns in the order of its table.
  mutating func digest(of row: StoredColumns, in table: String) -> HashBytes? {
    begin(with: Array("vigil.row.v1".utf8) + [0])
    text(table)
    columns(row, 0..<row.count)
    return digest
  }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { column(.text(UnsafeRawBufferPointer($0))) }
  }
}
