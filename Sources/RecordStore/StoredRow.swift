import Foundation
import GRDB

/// A column that holds another type than the record's tables say.
struct UnexpectedColumn: Error {}

/// A row read column by column, without trusting the file for the type of any.
struct StoredRow {
  let row: Row

  func integer(_ column: Int) throws(UnexpectedColumn) -> Int {
    guard let value = try optionalInteger(column) else { throw UnexpectedColumn() }
    return value
  }

  func optionalInteger(_ column: Int) throws(UnexpectedColumn) -> Int? {
    switch value(column) {
    case .null: return nil
    case .int64(let number): return Int(number)
    case .double, .string, .blob: throw UnexpectedColumn()
    }
  }

  func text(_ column: Int) throws(UnexpectedColumn) -> String {
    guard let value = try optionalText(column) else { throw UnexpectedColumn() }
    return value
  }

  func optionalText(_ column: Int) throws(UnexpectedColumn) -> String? {
    switch value(column) {
    case .null: return nil
    case .string(let text): return text
    case .int64, .double, .blob: throw UnexpectedColumn()
    }
  }

  func bytes(_ column: Int) throws(UnexpectedColumn) -> [UInt8] {
    guard let value = try optionalBytes(column) else { throw UnexpectedColumn() }
    return value
  }

  func optionalBytes(_ column: Int) throws(UnexpectedColumn) -> [UInt8]? {
    switch value(column) {
    case .null: return nil
    case .blob(let data): return data.withUnsafeBytes { Array($0) }
    case .int64, .double, .string: throw UnexpectedColumn()
    }
  }

  private func value(_ column: Int) -> DatabaseValue.Storage {
    (row[column] as DatabaseValue).storage
  }
}

extension String? {
  /// SQLite ends a text at its first NUL, so one that holds a NUL would not come back.
  var fitsColumn: Bool { self?.utf8.contains(0) != true }
}

extension Database {
  /// The rows of a statement that is prepared once a connection, each turned into a value.
  func rows<Value>(
    _ sql: String,
    _ arguments: StatementArguments = [],
    _ value: (StoredRow) throws -> Value
  ) throws -> [Value] {
    let statement = try cachedStatement(sql: sql)
    var values: [Value] = []
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try cursor.next() { values.append(try value(StoredRow(row: row))) }
    return values
  }

  func firstRow<Value>(
    _ sql: String,
    _ arguments: StatementArguments = [],
    _ value: (StoredRow) throws -> Value
  ) throws -> Value? {
    let statement = try cachedStatement(sql: sql)
    return try Row.fetchOne(statement, arguments: arguments).map { try value(StoredRow(row: $0)) }
  }

  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
