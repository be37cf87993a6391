/// What a backup, its restoring or an export is at, for whoever waits.
package enum BackupStep: Hashable, Sendable {
  /// Commits of the log.
  case copying
  /// Sessions whose read models are derived again.
  case deriving
  case verifying
  /// Mebibytes.
  case encrypting
  /// Mebibytes.
  case reading
  /// Entries.
  case exporting
}

/// Is told how many of how many are done; what it throws ends the work, of which nothing is left then.
package typealias BackupProgress = (BackupStep, Int, Int) throws -> Void
