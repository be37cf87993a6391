import GRDB
import GRDBSQLite

/// The row on which a statement stands, as SQLite holds it: read without a value for each column.
///
/// Texts are the bytes that are stored, whatever they are; nothing is mended on the way.
struct StoredColumns {
  private let statement: SQLiteStatement

  fileprivate init(_ statement: SQLiteStatement) { self.statement = statement }

  enum Column {
    case null
    case integer(Int)
    /// Its bits; no column of a record holds one.
    case real(UInt64)
    case text(UnsafeRawBufferPointer)
    case blob(UnsafeRawBufferPointer)
  }

  var count: Int { Int(sqlite3_column_count(statement)) }

  /// What it points to is gone with the next row.
  subscript(place: Int) -> Column {
    let place = CInt(place)
    switch sqlite3_column_type(statement, place) {
    case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, place)))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, place).bitPattern)
    case SQLITE_TEXT: return .text(bytes(place))
    case SQLITE_BLOB: return .blob(bytes(place))
    default: return .null
    }
  }

  func integer(_ place: Int) -> Int? {
    guard case .integer(let value) = self[place] else { return nil }
    return value
  }

  func blob(_ place: Int) -> [UInt8]? {
    guard case .blob(let bytes) = self[place] else { return nil }
    return Array(bytes)
  }

  /// Nil where it is no text, or none that is UTF-8.
  func text(_ place: Int) -> String? {
    guard case .text(let bytes) = self[place] else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Nil unless there are 32 bytes.
  func hash(_ place: Int) -> HashBytes? {
    guard case .blob(let bytes) = self[place] else { return nil }
    return HashBytes(bytes)
  }

  func isNull(_ place: Int) -> Bool {
    if case .null = self[place] { true } else { false }
  }

  private func bytes(_ place: CInt) -> UnsafeRawBufferPointer {
    // Before its length: SQLite gives the length of what it gave last.
    let start = sqlite3_column_blob(statement, place)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, place)))
  }
}

/// 32 bytes of a digest, without a place of their own in memory.
struct HashBytes: Hashable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 32 else { return nil }
    words = (
      bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    )
  }

  init?(_ bytes: [UInt8]) {
    guard let made = bytes.withUnsafeBytes({ HashBytes($0) }) else { return nil }
    self = made
  }

  func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    withUnsafeBytes(of: words, body)
  }

  var array: [UInt8] { withBytes { Array($0) } }

  static func == (left: HashBytes, right: HashBytes) -> Bool { left.words == right.words }

  func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension Database {
  /// Goes through the rows of a statement that is prepared once a connection.
  func eachStored(
    _ sql: String,
    _ arguments: StatementArguments = [],
    _ body: (StoredColumns) throws -> Void
  ) throws {
    let statement = try cachedStatement(sql: sql)
    let columns = StoredColumns(statement.sqliteStatement)
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    while try cursor.next() != nil { try body(columns) }
  }

  func firstStored<Value>(
    _ sql: String,
    _ arguments: StatementArguments = [],
    _ value: (StoredColumns) throws -> Value
  ) throws -> Value? {
    let statement = try cachedStatement(sql: sql)
    let columns = StoredColumns(statement.sqliteStatement)
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    return try cursor.next() == nil ? nil : try value(columns)
  }
}
