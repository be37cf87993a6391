import Foundation
import GRDB
package import SessionRecord

extension RecordStore {
  /// Gives the record line by line, as of one moment, while others write to it.
  ///
  /// Rows come as they are stored, so that every hash can be computed from them again; who patients are only with
  /// *identities*. No more than a few thousand rows are held at once. What *take* throws ends it.
  package func export(
    withIdentities identities: Bool,
    _ take: (ExportedLine) throws -> Void
  ) throws {
    guard version == RecordPragmas.version else { throw BackupRefusal.olderVersion(path) }
    let source = PacedReading(self)
    let snapshot = try source.snapshot(path: path)
    let marks = snapshot.marks
    let counts = try counts(of: snapshot, source)
    try take(.head(try head(of: snapshot, counts, identities, source)))
    var written = ExportCounts()
    func give(_ row: ExportedRow) throws {
      written[row.table] += 1
      if row["number"] == .integer(1), let kind = row["stream_kind"], row.table == .entry {
        if kind == .integer(1) { written.sessions += 1 } else { written.courses += 1 }
      }
      try take(.row(row))
    }
    for table in ExportedTable.small {
      for row in snapshot.rows(of: table.rawValue) {
        try give(exported(row, of: table, withIdentities: identities))
      }
    }
    try source.eachRun(ofStreamsUpTo: marks.commit) { rows in
      for row in rows { try give(exported(row, of: .entry)) }
    }
    for (table, mark) in [(ExportedTable.seal, marks.seal), (.access, marks.access)] {
      try source.eachRun(of: table.rawValue, upTo: mark) { rows in
        for row in rows { try give(exported(row, of: table)) }
      }
    }
    try take(.end(written))
  }

  private func head(
    of snapshot: RecordSnapshot,
    _ counts: ExportCounts,
    _ identities: Bool,
    _ source: PacedReading
  ) throws -> ExportHead {
    guard let made = snapshot.rows(of: "record").first.flatMap({ Int.fromDatabaseValue($0[3]) }),
      CanonicalReader.instants.contains(made)
    else { throw RecordRefusal.damaged(path: path, what: "it does not say when it was made") }
    let marks = snapshot.marks
    return ExportHead(
      record: recordID,
      purpose: purpose,
      made: Instant(milliseconds: made),
      version: version,
      commit: marks.commit,
      newestSeal: try source.position(in: "seal", marks.seal),
      newestAccess: try source.position(in: "access", marks.access),
      hasIdentities: identities,
      counts: counts
    )
  }

  private func counts(
    of snapshot: RecordSnapshot,
    _ source: PacedReading
  ) throws -> ExportCounts {
    var counts = try source.counts(ofLogUpTo: snapshot.marks.commit)
    for table in ExportedTable.small { counts[table] = snapshot.rows(of: table.rawValue).count }
    counts[.seal] = snapshot.marks.seal
    counts[.access] = snapshot.marks.access
    return counts
  }

  private func exported(
    _ row: CopiedRow,
    of table: ExportedTable,
    withIdentities identities: Bool = true
  ) throws -> ExportedRow {
    let names = RecordColumns.of[table.rawValue] ?? []
    let columns = try zip(names, row).compactMap { name, value -> ExportedRow.Column? in
      if table == .patient, !identities, !ExportedTable.patientAlways.contains(name) { return nil }
      return ExportedRow.Column(name: name, value: try exported(value))
    }
    return ExportedRow(table, columns, content: table == .entry ? content(of: row) : nil)
  }

  private func exported(_ value: DatabaseValue) throws -> ExportedRow.Value {
    switch value.storage {
    case .null: .null
    case .int64(let number): .integer(Int(number))
    case .string(let text): .text(text)
    case .blob(let data): .bytes(data.withUnsafeBytes { Array($0) })
    case .double:
      throw RecordRefusal.damaged(path: path, what: "a column holds what it cannot hold")
    }
  }

  /// Nil where this Vigil cannot read it: it is exported as it is all the same.
  private func content(of row: CopiedRow) -> Content? {
    guard let kind = Int.fromDatabaseValue(row[18]).flatMap(EntryKind.numbered),
      Int.fromDatabaseValue(row[19]) == currentEncoding, case .blob(let body) = row[20].storage
    else { return nil }
    return try? Content(body: body.withUnsafeBytes { Array($0) }, kind: kind)
  }
}

extension ExportedTable {
  /// Those beside the log, in the order in which they come.
  fileprivate static let small: [ExportedTable] = [
    .protocolText, .adoption, .clinic, .clinician, .patient,
  ]

  /// What is said of a patient whoever reads it.
  fileprivate static let patientAlways: Set = ["code", "commitment", "added_ms", "erased_ms"]
}

extension PacedReading {
  fileprivate func position(in table: String, _ number: Int) throws -> ExportHead.Position? {
    let hash = try read { database in
      try database.firstRow("SELECT hash FROM \(table) WHERE number = ?", [number]) {
        try $0.bytes(0)
      }
    }
    return hash.flatMap(RecordDigest.init(bytes:)).map {
      ExportHead.Position(number: number, hash: $0)
    }
  }
}
