package import Foundation
import GRDB
package import SessionRecord

/// One record: a SQLite file with an append-only log and what is derived from it.
///
/// Every method throws a `RecordRefusal` where the file or SQLite is the reason, and passes on what
/// the closures that it is given throw.
package final class RecordStore: Sendable {
  package enum Mode: Hashable, Sendable {
    /// Has to exist; nothing can be written.
    case reading
    /// Has to exist.
    case writing
    /// Made when absent: folder 0700, file 0600, whatever the umask.
    case creating
  }

  /// The record's own (site) id, which every entry carries.
  package let recordID: UUID
  /// What it is for, as it was made.
  package let purpose: RecordPurpose
  /// Of the file: 1, or 2 as this Vigil writes it; 1 only of one that is read.
  package let version: Int
  /// Under which account it is worked on, and with which keys.
  package let station: Station
  let path: String
  /// What lay at the path when it was opened.
  let file: FileIdentity?
  let queue: DatabaseQueue
  let outbox = Outbox()

  /// Opens the record at a path, and makes it when absent and *mode* says so.
  ///
  /// A record keeps the purpose that it was made for, whatever is asked for later. A file that is not a record of this version is refused and left as it is.
  package static func open(
    at path: String,
    _ mode: Mode,
    purpose: RecordPurpose = .clinic,
    station: Station = .unnamed,
    now: Instant
  ) throws -> RecordStore {
    try RecordFile(path: path).check(for: mode)
    try RecordFile(path: path).refuseUnfinishedNewer()
    try RecordJournal(record: path).check()
    return try sayingWhy(path, .opening) {
      let queue = try connect(path, readonly: mode == .reading)
      let (id, purpose, version) = try queue.inDatabase { database in
        try identify(
          database,
          path: path,
          making: mode == .creating ? purpose : nil,
          now: now
        )
      }
      let store = RecordStore(
        path: path,
        queue: queue,
        recordID: id,
        purpose: purpose,
        version: mode == .reading ? version : RecordPragmas.version,
        station: station
      )
      if version < store.version { try store.carryOver(at: now) }
      try store.quickCheck(for: mode)
      return store
    }
  }

  private init(
    path: String,
    queue: DatabaseQueue,
    recordID: UUID,
    purpose: RecordPurpose,
    version: Int,
    station: Station
  ) {
    self.path = path
    file = FileIdentity(at: path)
    self.queue = queue
    self.recordID = recordID
    self.purpose = purpose
    self.version = version
    self.station = station
  }

  /// A connection.
  ///
  /// Where a crash left a transaction to undo, it is undone first, which takes writing.
  static func connect(_ path: String, readonly: Bool) throws -> DatabaseQueue {
    do {
      return try DatabaseQueue(
        path: path,
        configuration: RecordPragmas.configuration(readonly: readonly)
      )
    } catch let error as DatabaseError where readonly && error.leftUnfinished {
      try undoUnfinished(path)
      return try DatabaseQueue(
        path: path,
        configuration: RecordPragmas.configuration(readonly: true)
      )
    }
  }

  /// Undoes the transaction that a crash left, as opening a connection that may write does.
  static func undoUnfinished(_ path: String) throws {
    guard RecordFile(path: path).canWrite else { throw RecordRefusal.unfinished(path: path) }
    let undoing = try DatabaseQueue(
      path: path,
      configuration: RecordPragmas.configuration(readonly: false)
    )
    try undoing.close()
  }

  /// Reads whose the file is, and then makes the connection safe to write on.
  private static func identify(
    _ database: Database,
    path: String,
    making purpose: RecordPurpose?,
    now: Instant
  ) throws -> (UUID, RecordPurpose, version: Int) {
    if try Int.fetchOne(database, sql: "PRAGMA page_count") == 0 {
      guard let purpose else { throw RecordRefusal.emptyFile(path: path) }
      try RecordPragmas.makeSafe(database)
      try make(database, for: purpose, now: now)
    }
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    guard application == RecordPragmas.applicationID else {
      throw RecordRefusal.notARecord(path: path)
    }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= RecordPragmas.version else {
      throw RecordRefusal.newerRecord(path: path, version: version)
    }
    let isKnown = version == RecordPragmas.version || version == 1
    guard isKnown else { throw RecordRefusal.notARecord(path: path) }
    guard try !database.bringsItsOwnSQL() else {
      throw RecordRefusal.damaged(
        path: path,
        what: "it has a view or a virtual table, and nothing of such a file is read"
      )
    }
    if !database.configuration.readonly { try RecordPragmas.makeSafe(database) }
    let found = try database.firstRow("SELECT id, purpose FROM record") { row in
      (UUID(bytes: try row.bytes(0)), RecordPurpose.numbered(try row.integer(1)))
    }
    guard let found, let id = found.0 else {
      throw RecordRefusal.damaged(path: path, what: "it has no id")
    }
    guard let made = found.1 else {
      throw RecordRefusal.damaged(path: path, what: "it does not say what it is for")
    }
    return (id, made, version)
  }

  /// Makes the tables in one transaction; another process that makes the same file waits, and finds
  /// it made.
  private static func make(
    _ database: Database,
    for purpose: RecordPurpose,
    now: Instant
  ) throws {
    try database.inTransaction(.immediate) {
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema")
      guard tables == 0 else { return .rollback }
      try database.execute(sql: String(decoding: PackageResources.record_v2_sql, as: UTF8.self))
      try database.execute(
        sql: "INSERT INTO record (one, id, purpose, made_ms) VALUES (1, ?, ?, ?)",
        arguments: [Data(UUID.drawn().bytes), Int(purpose.number), now.milliseconds]
      )
      return .commit
    }
  }
}
