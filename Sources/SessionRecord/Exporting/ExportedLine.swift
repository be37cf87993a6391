package import Foundation

/// One line of an exported record, in the order in which they come.
package enum ExportedLine: Hashable {
  case head(ExportHead)
  case row(ExportedRow)
  case end(ExportCounts)
}

/// What an exported record is of, and how far it goes.
package struct ExportHead: Hashable {
  package let record: UUID
  package let purpose: RecordPurpose
  package let made: Instant
  /// Of the record's tables.
  package let version: Int
  /// Newest commit, 0 where there is none.
  package let commit: Int
  package let newestSeal: Position?
  package let newestAccess: Position?
  package let hasIdentities: Bool
  package let counts: ExportCounts

  /// A row of a chain, by its number and hash.
  package struct Position: Hashable {
    package let number: Int
    package let hash: RecordDigest

    package init(number: Int, hash: RecordDigest) {
      self.number = number
      self.hash = hash
    }
  }

  package init(
    record: UUID,
    purpose: RecordPurpose,
    made: Instant,
    version: Int,
    commit: Int,
    newestSeal: Position?,
    newestAccess: Position?,
    hasIdentities: Bool,
    counts: ExportCounts
  ) {
    self.record = record
    self.purpose = purpose
    self.made = made
    self.version = version
    self.commit = commit
    self.newestSeal = newestSeal
    self.newestAccess = newestAccess
    self.hasIdentities = hasIdentities
    self.counts = counts
  }
}

/// How many rows of each table an exported record has.
package struct ExportCounts: Hashable {
  /// Of every table.
  private var rows: [ExportedTable: Int] = [:]
  package var sessions = 0
  package var courses = 0

  package init() {
    for table in ExportedTable.allCases { rows[table] = 0 }
  }

  package subscript(table: ExportedTable) -> Int {
    get { rows[table] ?? 0 }
    set { rows[table] = newValue }
  }
}

/// The tables of a record that are exported; what is derived is left out.
package enum ExportedTable: String, Hashable, CaseIterable, Sendable {
  case protocolText = "protocol"
  case adoption, clinic, clinician, patient, entry, seal, access
}

/// A row as it is stored.
package struct ExportedRow: Hashable {
  package let table: ExportedTable
  /// By the names of the record's tables, in their order; of a patient without what says who it is where that
  /// is withheld.
  package let columns: [Column]
  /// Of an entry that can be read: what it says.
  package let content: Content?

  package struct Column: Hashable {
    package let name: String
    package let value: Value

    package init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  package enum Value: Hashable {
    case null
    case integer(Int)
    case text(String)
    case bytes([UInt8])
  }

  package init(_ table: ExportedTable, _ columns: [Column], content: Content? = nil) {
    self.table = table
    self.columns = columns
    self.content = content
  }

  package subscript(name: String) -> Value? { columns.first { $0.name == name }?.value }
}
