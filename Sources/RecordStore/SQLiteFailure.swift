import GRDB
import SessionRecord

/// What was being done when SQLite gave an error.
enum StoreAct {
  case opening
  case reading
  case writing
}

/// Runs what talks to SQLite, and gives its errors their reasons: the one place where that is done.
func sayingWhy<Value>(
  _ path: String,
  _ act: StoreAct,
  _ body: () throws -> Value
) throws -> Value {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw RecordRefusal(error, act, path: path)
  } catch is UnexpectedColumn {
    throw RecordRefusal.damaged(path: path, what: "a column holds what it cannot hold")
  }
}

extension RecordRefusal {
  init(_ error: DatabaseError, _ act: StoreAct, path: String) {
    let said = error.said
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_NOTADB: self = .notARecord(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, what: "SQLite says “\(said)”")
    case .SQLITE_FULL: self = .notSaved(why: "the disk is full")
    case .SQLITE_READONLY: self = .notWritable(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH:
      self = act == .writing ? .notWritable(path: path) : .notReadable(path: path)
    // For want of a descriptor as well: who may read it was looked at before.
    case .SQLITE_CANTOPEN:
      self =
        act == .writing
        ? .notWritable(path: path)
        : .notRead(path: path, why: "SQLite cannot open it, or its journal")
    case .SQLITE_NOMEM where act != .writing:
      self = .notRead(path: path, why: "there is too little memory")
    case .SQLITE_IOERR where act == .writing || error.extendedResultCode == .SQLITE_IOERR_WRITE:
      self = .notSaved(why: "the disk reported an error (\(error.extendedResultCode.rawValue))")
    case .SQLITE_IOERR:
      self = .notRead(
        path: path,
        why: "the disk reported an error (\(error.extendedResultCode.rawValue))"
      )
    default:
      self =
        act == .writing
        ? .notSaved(why: "the record refused it (\(said))")
        : .damaged(path: path, what: "SQLite says “\(said)”")
    }
  }
}

extension DatabaseError {
  /// SQLite's own words: one line and not long, for they may hold a damaged schema to its end.
  var said: String {
    let message = message ?? "code \(extendedResultCode.rawValue)"
    let line = message.split(separator: "\n").first.map(String.init) ?? message
    return line.count > DatabaseError.mostSaid
      ? "\(line.prefix(DatabaseError.mostSaid))…" : line == message ? line : "\(line) …"
  }

  private static let mostSaid = 120

  /// A crash left a transaction that has to be undone, and a reading connection may not.
  var leftUnfinished: Bool {
    extendedResultCode == .SQLITE_READONLY_ROLLBACK
      || extendedResultCode == .SQLITE_READONLY_RECOVERY
  }
}
