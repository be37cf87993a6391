import GRDB
import SessionRecord
import Synchronization

/// Connections that read, one for each thread that asks at the same time.
final class ReadingConnections: Sendable {
  private let path: String
  private let idle = Mutex<[DatabaseQueue]>([])
  private let refused = Mutex<DatabaseError?>(nil)

  /// What the machine refused first of all reads; nil where each had its answer.
  var refusal: DatabaseError? { refused.withLock { $0 } }

  init(path: String) { self.path = path }

  /// The rows of these sessions, which are by number; each read takes no more than a few thousand rows.
  func rows(of sessions: ArraySlice<Session>) throws -> [RecordedRows] {
    try sayingWhy(path, .reading) {
      var rows: [RecordedRows] = []
      var left = sessions
      while !left.isEmpty {
        let read = try read { database in
          var rows: [RecordedRows] = []
          try database.inTransaction(.deferred) {
            rows = try database.recordedRows(of: left, atMost: ReadingConnections.rowsAtOnce)
            return .commit
          }
          return rows
        }
        rows += read
        left = left.dropFirst(read.count)
      }
      return rows
    }
  }

  /// Runs a read on a connection that nobody else uses meanwhile; errors are SQLite's own.
  ///
  /// Once the machine has refused one, all are refused: whoever waits is told so once, and not read by read.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    if let refusal { throw refusal }
    do {
      return try unnoted(body)
    } catch let error as DatabaseError where error.isOfTheMachine {
      refused.withLock { $0 = $0 ?? error }
      throw error
    }
  }

  private func unnoted<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let waiting = idle.withLock { $0.popLast() }
    let queue = try waiting ?? RecordStore.connect(path, readonly: true)
    defer { idle.withLock { $0.append(queue) } }
    do {
      return try queue.inDatabase(body)
    } catch let error as DatabaseError where error.leftUnfinished {
      try RecordStore.undoUnfinished(path)
      return try queue.inDatabase(body)
    }
  }

  private static let rowsAtOnce = 20_000
}

extension Database {
  /// The rows of the first of these sessions, as many as come to about so many rows; never none.
  fileprivate func recordedRows(
    of sessions: ArraySlice<Session>,
    atMost most: Int
  ) throws -> [RecordedRows] {
    var read: [RecordedRows] = []
    var count = 0
    for session in sessions {
      guard count < most else { break }
      var rows = RecordedRows(session: session)
      rows.log = try logRows(of: .session(session.number))
      rows.flags = try self.rows(
        "SELECT body FROM flag WHERE session = ? AND state <> 5 ORDER BY number",
        [session.number.value]
      ) { try $0.bytes(0) }
      count += rows.log.count + rows.flags.count
      read.append(rows)
    }
    return read
  }
}
