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
    let said = error.message ?? "code \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_NOTADB: self = .notARecord(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, what: "SQLite says “\(said)”")
    case .SQLITE_FULL: self = .notSaved(why: "the disk is full")
    case .SQLITE_READONLY: self = .notWritable(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = act == .writing ? .notWritable(path: path) : .notReadable(path: path)
    case .SQLITE_IOERR where act == .writing || error.extendedResultCode == .SQLITE_IOERR_WRITE:
      self = .notSaved(why: "the disk reported an error (\(error.extendedResultCode.rawValue))")
    case .SQLITE_IOERR:
      self = .damaged(
        path: path,
        what: "the disk reported an error (\(error.extendedResultCode.rawValue)) while reading"
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
  /// A crash left a transaction that has to be undone, and a reading connection may not.
  var leftUnfinished: Bool {
    extendedResultCode == .SQLITE_READONLY_ROLLBACK
      || extendedResultCode == .SQLITE_READONLY_RECOVERY
  }
}
