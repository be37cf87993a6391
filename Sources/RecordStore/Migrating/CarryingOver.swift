import GRDB
import SessionRecord

extension RecordStore {
  /// Carries a record of version 1 over to version 2, in one transaction after a verified copy of it.
  ///
  /// It is held for writing from before the copy is made, so that nobody writes between the copy and the step;
  /// another process that does the same waits, and finds it done. What was done is said as a notice.
  func carryOver(at now: Instant) throws {
    var backup: MigrationBackup?
    do {
      _ = try committing { database in
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        // Another process was faster.
        guard version == 1 else {
          if version == RecordPragmas.version { return }
          throw RecordRefusal.newerRecord(path: path, version: version)
        }
        let made = try copy(database, at: now)
        backup = made
        if let name = made.secondName { outbox.hold(.secondName(name)) }
        let step = FirstToSecond(store: self, now: now, backup: made.digest)
        let unsealed = try step.run(database)
        outbox.hold(
          .carriedOver(record: path, from: 1, to: 2, copy: made.path, notSealed: unsealed)
        )
      } presence: { database, _ in
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version")
        return version == RecordPragmas.version ? .all : .none
      }
    } catch {
      // It is the record's own copy as long as it may have been carried over.
      if (error as? any Refusal)?.kind != .notConfirmed { backup?.discard() }
      throw error
    }
  }

  /// The verified copy of a record whose tables and chains are those of version 1.
  private func copy(_ database: Database, at now: Instant) throws -> MigrationBackup {
    guard try StoredSchema(database).isThat(of: 1) else {
      throw MigrationRefusal.otherTables(path: path)
    }
    // Version 1 had no seals: whoever takes a sealed record for one of it would have all of it sealed anew.
    if let sealed = station.keyring?.witness(of: recordID) {
      throw MigrationRefusal.sealedBefore(path: path, sealed.at)
    }
    let contents = try RecordContents(of: database, in: recordID, path: path)
    return try MigrationBackup(of: path, holding: contents, in: recordID, at: now)
  }
}
