import RecordStore
package import SessionRecord

extension Supervision {
  /// How old the last verified backup is; nil where the clinic set no number of days.
  package func backupAge() throws -> BackupAge? {
    guard let limit = try clinic()?.backupDays else { return nil }
    return BackupAge(limit: limit, last: try store.lastVerifiedBackup()?.at, now: clock.now())
  }
}
