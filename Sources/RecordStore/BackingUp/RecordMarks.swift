import GRDB

/// How far a record had come at one moment: what is copied or exported ends there, whatever is written meanwhile.
struct RecordMarks: Hashable {
  let commit: Int
  let seal: Int
  let access: Int
}

/// A row as it is stored, column by column.
typealias CopiedRow = [DatabaseValue]

/// The marks, and the tables beside the log as they were then: all of one short read.
///
/// Whatever an access below the mark says of them is true of these rows, also where an identity is erased while
/// the log is copied.
struct RecordSnapshot {
  let marks: RecordMarks
  /// By table; of those that refer to others after these.
  let tables: [(name: String, rows: [CopiedRow])]

  static let tableNames = [
    ("record", "one"), ("protocol", "digest"), ("adoption", "number"), ("clinic", "number"),
    ("clinician", "number"), ("patient", "code"),
  ]

  init(of database: Database) throws {
    marks = RecordMarks(
      commit: try database.newestCommit(),
      seal: try database.newest("seal"),
      access: try database.newest("access")
    )
    tables = try RecordSnapshot.tableNames.map { name, order in
      (name, try database.storedRows(of: name, "ORDER BY \(order)"))
    }
  }

  func rows(of table: String) -> [CopiedRow] { tables.first { $0.name == table }?.rows ?? [] }
}

/// The columns of the tables of a record, in the order of the schema.
enum RecordColumns {
  static let of: [String: [String]] = [
    "record": ["one", "id", "purpose", "made_ms"],
    "protocol": ["digest", "id", "version", "text", "kept_ms"],
    "adoption": [
      "number", "id", "version", "protocol", "clinician", "adopted_ms", "adopted_offset", "remark",
    ],
    "clinic": [
      "number", "name", "address", "telephone", "logo_kind", "logo", "paper", "zone", "temperature",
      "weight", "retention_years", "backup_days", "clinician", "set_ms", "set_offset",
    ],
    "clinician": [
      "number", "code", "name", "roles", "listed", "clinician", "set_ms", "set_offset",
    ],
    "patient": [
      "code", "name", "birth_date", "medical_record_number", "allergies", "address",
      "emergency_number", "salt", "commitment", "added_ms", "erased_ms",
    ],
    "entry": [
      "stream_kind", "stream_key", "number", "id", "record", "commit_number", "observed_ms",
      "observed_offset", "recorded_ms", "recorded_offset", "monotonic_ns", "boot", "author",
      "observer", "source", "device", "document", "room", "kind", "encoding", "body", "prev",
      "hash",
    ],
    "seal": [
      "number", "act", "stream_kind", "stream_key", "entry", "head", "derived", "subject", "owner",
      "entered_as", "account", "remark", "commit_number", "access_number", "access_hash", "at_ms",
      "at_offset", "public_key", "signature", "prev", "hash",
    ],
    "access": [
      "number", "form", "at_ms", "at_offset", "who", "account", "act", "subject", "digest", "prev",
      "hash",
    ],
    "session": [
      "number", "patient", "protocol", "state", "opened_ms", "opened_offset", "closed_ms",
      "closed_offset", "opening", "room",
    ],
    "reading": [
      "session", "entry", "sign", "value", "verified", "observed_ms", "standing",
    ],
    "flag": [
      "session", "number", "rule", "entry", "priority", "state", "acknowledged", "process",
      "reviewed", "raised_ms", "raised_offset", "body",
    ],
    "effect": ["session", "onset", "name", "worst", "began_ms", "reviewed", "body"],
    "tally": ["session", "body"],
  ]

  static func list(_ table: String) -> String { (of[table] ?? ["*"]).joined(separator: ", ") }
}

extension Database {
  /// Rows of a table, in the order of its columns.
  func storedRows(
    of table: String,
    _ condition: String,
    _ arguments: StatementArguments = []
  ) throws -> [CopiedRow] {
    try rows("SELECT \(RecordColumns.list(table)) FROM \(table) \(condition)", arguments) {
      Array($0.row.databaseValues)
    }
  }

  func insert(_ row: CopiedRow, into table: String) throws {
    let places = row.map { _ in "?" }.joined(separator: ", ")
    try run(
      "INSERT INTO \(table) (\(RecordColumns.list(table))) VALUES (\(places))",
      StatementArguments(row)
    )
  }

  fileprivate func newest(_ table: String) throws -> Int {
    try firstRow("SELECT number FROM \(table) ORDER BY number DESC LIMIT 1") {
      try $0.integer(0)
    } ?? 0
  }
}
