import Foundation
import GRDB
import SessionRecord

/// The copy while it is being made: a fresh record of this version, with the schema's own triggers.
///
/// Its journal is in memory and nothing waits for the disk: where it is interrupted it is no copy at all, and one
/// file is what is left. It is brought to the disk at the end.
struct CopiedRecord {
  private let queue: DatabaseQueue
  private let part: String
  /// Of the record that is copied.
  private let source: String

  init(in part: PartFile, of source: String) throws {
    self.part = part.part
    self.source = source
    var configuration = RecordPragmas.configuration(readonly: false)
    configuration.label = "copy"
    do {
      queue = try DatabaseQueue(path: PartFile.plain(part.part), configuration: configuration)
      try queue.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -65536
            """
        )
        try database.inTransaction(.immediate) {
          try database.execute(
            sql: String(decoding: PackageResources.record_v2_sql, as: UTF8.self)
          )
          return .commit
        }
      }
    } catch let error as DatabaseError {
      throw CopiedRecord.refusal(error, of: part.part)
    }
  }

  /// Adds rows in their order; one that the triggers do not let in is damage of the record.
  func take(_ rows: [CopiedRow], into table: String) throws {
    try writing { database in
      for row in rows {
        do {
          try database.insert(row, into: table)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          let said = error.message ?? "it does not fit"
          throw BackupRefusal.sourceDamaged(
            source,
            ["\(CopiedRecord.name(of: row, in: table)): \(said)."]
          )
        }
      }
    }
  }

  /// Derives every session's read models from the log that was copied.
  ///
  /// Where they are not what the session's seal says, and the record still has what it says, that is taken: an
  /// older Vigil derived it.
  func derive(
    assessing: (Session, [Entry]) throws -> Assessed,
    asSealedBy reading: PacedReading,
    progress: BackupProgress
  ) throws {
    let sessions = try writing { try $0.sessionNumbers() }
    for (place, number) in sessions.enumerated() {
      let sealed = try writing { database -> [UInt8]? in
        try database.derive(number, assessing)
        guard let sealed = try database.sealedDerivation(of: number),
          try database.derivedDigest(of: number) != sealed
        else { return nil }
        return sealed
      }
      if let sealed { try keep(number, asSealed: sealed, by: reading) }
      try progress(.deriving, place + 1, sessions.count)
    }
  }

  private func keep(
    _ session: SessionNumber,
    asSealed sealed: [UInt8],
    by reading: PacedReading
  ) throws {
    let tables = try reading.read { database in
      var tables: [(String, [CopiedRow])] = []
      try database.inTransaction(.deferred) {
        if try database.derivedDigest(of: session) == sealed {
          tables = try Database.derivedTables.map { table, key, order in
            (
              table,
              try database.storedRows(
                of: table,
                "WHERE \(key) = ? ORDER BY \(order)",
                [session.value]
              )
            )
          }
        }
        return .commit
      }
      return tables
    }
    guard !tables.isEmpty else { return }
    try writing { database in
      for (table, key, _) in Database.derivedTables.reversed() {
        try database.run("DELETE FROM \(table) WHERE \(key) = ?", [session.value])
      }
      for (table, rows) in tables {
        for row in rows { try database.insert(row, into: table) }
      }
    }
  }

  /// Closes it and says what it is.
  func finish(_ part: PartFile) throws -> RecordCopy {
    let counted = try writing { try $0.counted() }
    try queue.close()
    return RecordCopy(
      digest: try part.digest(),
      sessions: counted.sessions,
      openSessions: counted.open,
      entries: counted.entries,
      commit: counted.commit,
      recorded: counted.recorded
    )
  }

  private func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      var value: Value?
      try queue.writeWithoutTransaction { database in
        do {
          try database.inTransaction(.immediate) {
            value = try body(database)
            return .commit
          }
        } catch let error as DatabaseError {
          throw CopiedRecord.refusal(error, of: part, system: database.systemFailure)
        }
      }
      guard let value else { throw BackupRefusal.notDigested }
      return value
    } catch is UnexpectedColumn {
      throw BackupRefusal.sourceDamaged(source, ["A column holds what it cannot hold."])
    } catch let refusal as RecordRefusal {
      switch refusal {
      // The rules are read from the record itself, which may not be readable now.
      case .notRead, .busy: throw refusal
      // What was read back here is what was copied.
      default: throw BackupRefusal.sourceDamaged(source, [refusal.problem])
      }
    }
  }

  /// *system* is the number that the machine gave for it; 0 where that is not known.
  private static func refusal(
    _ error: DatabaseError,
    of part: String,
    system: Int32 = 0
  ) -> BackupRefusal {
    switch error.resultCode {
    case .SQLITE_IOERR where system != 0, .SQLITE_CANTOPEN where system != 0:
      BackupRefusal.notWritten(part, system)
    case .SQLITE_FULL: BackupRefusal.notWritten(part, ENOSPC)
    case .SQLITE_IOERR: BackupRefusal.notWritten(part, EIO)
    // It was made just now, so that only the machine can be why: too many open files, a folder that is gone.
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
      .notWritten(
        part,
        why: "SQLite cannot open it to write (\(error.extendedResultCode.rawValue))"
      )
    default: .notWritten(part, why: "SQLite says “\(error.said)”")
    }
  }

  /// `Entry #5 of session 12`, as far as the row itself says it.
  private static func name(of row: CopiedRow, in table: String) -> String {
    guard table == "entry", row.count > 2 else {
      return "A row of the table \(table)" + (row.first.map { " (\(text(of: $0)))" } ?? "")
    }
    let stream =
      row[0] == 1.databaseValue
      ? "session \(text(of: row[1]))" : "the course of \(text(of: row[1]))"
    return "Entry #\(text(of: row[2])) of \(stream)"
  }

  private static func text(of value: DatabaseValue) -> String {
    switch value.storage {
    case .int64(let number): "\(number)"
    case .string(let string): string
    case .null, .double, .blob: "?"
    }
  }
}

extension Database {
  fileprivate func sessionNumbers() throws -> [SessionNumber] {
    try rows(
      "SELECT stream_key FROM entry WHERE stream_kind = 1 AND number = 1 ORDER BY stream_key"
    ) { SessionNumber(try $0.integer(0)) }
  }

  fileprivate func derive(
    _ number: SessionNumber,
    _ assessing: (Session, [Entry]) throws -> Assessed
  ) throws {
    let log = try logRows(of: .session(number)).map { try $0.entry() }
    var models = ReadModels(of: number, after: [], in: self)
    try models.take(log)
    guard let session = models.session else {
      throw RecordRefusal.damagedEntry(.session(number), EntryNumber(1))
    }
    let assessed = try assessing(session, log.onOneClock())
    try models.store(assessed.flags)
    try models.store(assessed.tally)
  }

  /// What the newest seal of the record over a session's last entry says of its read models.
  fileprivate func sealedDerivation(of number: SessionNumber) throws -> [UInt8]? {
    let head = try head(of: .session(number))
    return try sealRows(RecordStore.sealsOfStream, [1, number.value])
      .last { $0.owner == nil && $0.entry == head?.entry }?.derived
  }

  fileprivate func counted() throws -> (
    sessions: Int, open: Int, entries: Int, commit: Int, recorded: Stamp?
  ) {
    let sessions = try count("SELECT count(*) FROM session")
    let open = try count("SELECT count(*) FROM session WHERE state = 1")
    let entries = try count("SELECT count(*) FROM entry")
    let last = try firstRow(
      """
      SELECT commit_number, recorded_ms, recorded_offset FROM entry
      ORDER BY commit_number DESC LIMIT 1
      """
    ) { (try $0.integer(0), Stamp(milliseconds: try $0.integer(1), offset: try $0.integer(2))) }
    return (sessions, open, entries, last?.0 ?? 0, last?.1)
  }

  private func count(_ sql: String) throws -> Int {
    try firstRow(sql) { try $0.integer(0) } ?? 0
  }
}
