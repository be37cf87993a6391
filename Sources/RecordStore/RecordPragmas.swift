import Foundation
import GRDB
import SessionRecord

/// The settings of every connection: made here and nowhere else, and read back.
///
/// DELETE with EXTRA is what keeps an acknowledged entry through a power cut (DECISIONS, 4); what an erased
/// identity held is overwritten with zeros.
enum RecordPragmas {
  static let applicationID = 1_447_642_956
  static let version = 2

  /// What saving relies on, as SQLite says it back.
  static let wanted: [(name: String, value: String)] = [
    ("journal_mode", "delete"), ("synchronous", "3"), ("foreign_keys", "1"),
    ("recursive_triggers", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"),
    ("mmap_size", "0"), ("secure_delete", "1"),
  ]

  /// Asks again every few milliseconds, for about five seconds.
  ///
  /// SQLite's own handler sleeps ever longer, up to a tenth of a second: among four writers that never pause one
  /// of 800 then waited 2.4 s (docs/contention.md).
  private static func waits(_ tries: Int) -> Bool {
    guard tries < 1_000 else { return false }
    usleep(UInt32.random(in: 2_000...8_000))
    return true
  }

  static func configuration(readonly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .callback(RecordPragmas.waits)
    configuration.label = "record"
    // What does not touch the file; the rest waits until the file is known to be ours.
    configuration.prepareDatabase { database in
      StatementLimits.set(on: database)
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
          PRAGMA recursive_triggers = ON
          """
      )
    }
    return configuration
  }

  /// Sets what a writing connection needs beyond that, and refuses to record with anything else.
  static func makeSafe(_ database: Database) throws {
    try database.execute(
      sql:
        "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON"
    )
    for (name, value) in wanted {
      let found = try String.fetchOne(database, sql: "PRAGMA \(name)") ?? "absent"
      guard found == value else { throw RecordRefusal.unsafeSetting(name: name, found: found) }
    }
  }
}
