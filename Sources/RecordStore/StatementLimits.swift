import GRDB
import GRDBSQLite

/// What SQLite takes of one statement, on every connection: far more than any of Vigil's needs, and far less than it
/// takes otherwise.
///
/// A file from elsewhere brings SQL in its schema, which SQLite reads before anything can be looked at.
enum StatementLimits {
  static let all: [(kind: Int32, most: Int32)] = [
    // In bytes, and then in what the bytes say.
    (SQLITE_LIMIT_SQL_LENGTH, 1_000_000), (SQLITE_LIMIT_COLUMN, 100),
    (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_COMPOUND_SELECT, 20),
    (SQLITE_LIMIT_VDBE_OP, 100_000), (SQLITE_LIMIT_FUNCTION_ARG, 32),
    (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    // Erasing writes the file anew, which takes one beside it.
    (SQLITE_LIMIT_ATTACHED, 1),
  ]

  static func set(on database: Database) {
    for limit in all { sqlite3_limit(database.sqliteConnection, limit.kind, limit.most) }
  }
}
