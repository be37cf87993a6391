import Foundation
import GRDB
import GRDBSQLite
import SessionRecord

/// What was being done when SQLite gave an error.
enum StoreAct {
  case opening
  case reading
  case writing
}

/// Runs what talks to SQLite, and gives its errors their reasons: the one place where that is done.
///
/// *database*, where there is one, knows which number the machine gave.
func sayingWhy<Value>(
  _ path: String,
  _ act: StoreAct,
  in database: Database? = nil,
  _ body: () throws -> Value
) throws -> Value {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw RecordRefusal(error, act, path: path, system: database?.systemFailure ?? 0)
  } catch is UnexpectedColumn {
    throw RecordRefusal.damaged(path: path, what: "a column holds what it cannot hold")
  }
}

extension RecordRefusal {
  /// *system* is the number that the machine gave for it; 0 where that is not known.
  init(_ error: DatabaseError, _ act: StoreAct, path: String, system: Int32 = 0) {
    let said = error.said
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_NOTADB: self = .notARecord(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, what: "SQLite says “\(said)”")
    case .SQLITE_FULL: self = .notSaved(why: "the disk is full")
    case .SQLITE_READONLY where act == .writing:
      let isMoved = error.extendedResultCode == .SQLITE_READONLY_DBMOVED
      self = RecordFile(path: path).whyNotWritten(isMoved: isMoved)
    // What a crash left has to be undone before anything is read.
    case .SQLITE_READONLY:
      self =
        RecordFile(path: path).canWrite
        ? .notRead(path: path, why: "the disk let it be opened for reading only")
        : .notWritable(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH:
      self = act == .writing ? .notWritable(path: path) : .notReadable(path: path)
    // For want of a descriptor or of room as well: who may read or write it was looked at before.
    case .SQLITE_CANTOPEN where act == .writing:
      // Where SQLite may not make its journal it tries to open one, and the machine says last that there is none.
      let system = system == ENOENT ? RecordFile(path: path).whyNothingCanBeMadeBeside : system
      switch system {
      case 0: self = .notWritable(path: path)
      case ENOENT: self = .notSaved(why: "no file could be made beside the record")
      case _ where SystemFailure.isWantOfRights(system): self = .notWritable(path: path)
      default: self = .notSaved(why: SystemFailure.words(system))
      }
    case .SQLITE_CANTOPEN:
      self = .notRead(path: path, why: "SQLite cannot open it, or its journal")
    case .SQLITE_NOMEM where act != .writing:
      self = .notRead(path: path, why: "there is too little memory")
    case .SQLITE_IOERR where act == .writing || error.extendedResultCode == .SQLITE_IOERR_WRITE:
      switch system {
      case EDQUOT, EFBIG, EROFS: self = .notSaved(why: SystemFailure.words(system))
      default:
        self = .notSaved(why: "the disk reported an error (\(error.extendedResultCode.rawValue))")
      }
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

extension Database {
  /// The number that the machine gave for the last call that failed, while a file was opened, read or written.
  var systemFailure: Int32 { sqlite3_system_errno(sqliteConnection) }
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

  /// Whether the machine did not give what is in the file, which says nothing about what that is.
  ///
  /// A read that fails or is short is the file's own: a sector that is gone, or an end that was cut off.
  var isOfTheMachine: Bool {
    switch resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_NOMEM, .SQLITE_CANTOPEN: true
    case .SQLITE_IOERR:
      ![
        .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_DATA, .SQLITE_IOERR_CORRUPTFS,
      ].contains(extendedResultCode)
    default: false
    }
  }

  /// A crash left a transaction that has to be undone, and a reading connection may not.
  var leftUnfinished: Bool {
    extendedResultCode == .SQLITE_READONLY_ROLLBACK
      || extendedResultCode == .SQLITE_READONLY_RECOVERY
  }
}
