import GRDB
import SessionRecord

/// Where a walk through the log has come, in the order of its key.
struct LogScan {
  enum Key: Comparable {
    case integer(Int)
    case text(String)

    var value: DatabaseValue {
      switch self {
      case .integer(let value): value.databaseValue
      case .text(let value): value.databaseValue
      }
    }
  }

  struct Position: Comparable {
    let key: Key
    let number: Int

    static func < (left: Position, right: Position) -> Bool {
      (left.key, left.number) < (right.key, right.number)
    }
  }

  private let kind: Int
  private var key: Key
  var number: Int
  private let below: Key?
  /// Nil where the row lies in no stream that there can be.
  private(set) var stream: EntryStream?

  init(kind: Int, after key: Key, _ number: Int, below: Key?) {
    self.kind = kind
    self.key = key
    self.number = number
    self.below = below
  }

  var position: Position { Position(key: key, number: number) }

  var sql: String { below == nil ? LogScan.openStatement : LogScan.boundedStatement }

  var arguments: StatementArguments {
    below.map { [kind, key.value, number, $0.value] } ?? [kind, key.value, number]
  }

  /// Whether a row is of another stream than the one before it.
  func isElsewhere(_ row: StoredColumns) -> Bool {
    switch (row[LogColumn.streamKey], key) {
    case (.integer(let value), .integer(let known)): value != known
    case (.text(let bytes), .text(let known)): !known.utf8.elementsEqual(bytes)
    default: true
    }
  }

  /// Takes the stream of a row.
  mutating func take(_ row: StoredColumns) {
    stream = nil
    switch row[LogColumn.streamKey] {
    case .integer(let value):
      key = .integer(value)
      if kind == 1, value >= 1 { stream = .session(SessionNumber(value)) }
    case .text(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      key = .text(text)
      if kind == 2, text.utf8.elementsEqual(bytes), let code = try? PatientCode(text) {
        stream = .course(code)
      }
    case .null, .real, .blob: break
    }
  }

  static let rowsAtOnce = 20_000

  static let boundedStatement = """
    SELECT \(LogColumn.text) FROM entry
    WHERE stream_kind = ? AND (stream_key, number) > (?, ?) AND stream_key < ?
    ORDER BY stream_key, number LIMIT \(rowsAtOnce)
    """
  static let openStatement = """
    SELECT \(LogColumn.text) FROM entry
    WHERE stream_kind = ? AND (stream_key, number) > (?, ?)
    ORDER BY stream_key, number LIMIT \(rowsAtOnce)
    """
  /// What the walks through the two kinds of streams do not pass.
  static let strays = [
    "stream_kind < 1", "stream_kind > 2", "stream_kind IS NULL",
    "stream_kind = 1 AND stream_key < 1",
  ].map { "SELECT \(LogColumn.text) FROM entry WHERE \($0) LIMIT 100" }
}
