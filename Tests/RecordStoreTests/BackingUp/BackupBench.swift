import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// A record with sessions, courses and seals, and what its backups are held against.
struct BackupBench {
  let record: TemporaryRecord
  let folder: URL

  init(sealing: Bool = true, sessions: Int = 3) throws {
    record = try TemporaryRecord(sealing: sealing)
    folder = record.folder
    try record.adopt()
    for number in 1...sessions {
      let session = try record.openSession(minutes: number * 10, with: [try vitals(120, 80)])
      try record.append([.note("noted"), .closed], to: session, minutes: number * 10 + 1)
      try record.append([.addendum("later")], to: session, minutes: number * 10 + 2)
    }
    _ = try addToCourse("seen")
    let stamp = TemporaryRecord.moment(1).recorded
    _ = try record.store.set(
      clinic: { _ in try Clinic(name: "Northgate", address: ["1 Example Street"], paper: .a4) },
      by: ClinicianCode("LH"),
      at: stamp
    )
    _ = try record.store.set(
      clinician: { _ in
        (
          try Clinician(code: ClinicianCode("KO"), name: "Kim Other", roles: [.observer]),
          isListed: true
        )
      },
      by: ClinicianCode("LH"),
      at: stamp
    )
    _ = try record.addPatient()
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @discardableResult
  func addToCourse(_ words: String) throws -> CourseAppended {
    try record.store.append(
      toCourseOf: record.patient.code,
      at: { TemporaryRecord.moment(500) },
      { _, _ in
        [
          try record.draft(
            .course(.concern(MedicationConcern(.other, text: words))),
            minutes: 500
          )
        ]
      }
    )
  }

  @discardableResult
  func backUp(
    to name: String = "copy.vigil",
    with passphrase: Passphrase? = nil,
    assessing: (Session, [Entry]) throws -> Assessed = { _, _ in .nothing },
    progress: BackupProgress = { _, _, _ in }
  ) throws -> Backup {
    try record.store.backUp(
      to: path(name),
      encryptedWith: passphrase,
      assessing: assessing,
      verifying: BackupBench.verified,
      progress: progress
    )
  }

  @discardableResult
  func restore(
    _ name: String = "copy.vigil",
    to other: String = "restored.vigil",
    with passphrase: Passphrase? = nil,
    station: Station = .unnamed,
    verifying: (RecordStore) throws -> Verification = BackupBench.verified
  ) throws -> Restored {
    try RecordStore.restore(
      path(name),
      to: path(other),
      passphrase: passphrase,
      by: .account("ward"),
      at: TemporaryRecord.moment(900).recorded,
      station: station,
      verifying: verifying,
      progress: { _, _, _ in }
    )
  }

  /// All of a record as closely as there is; the sessions of these tests have no flags.
  static func verified(_ store: RecordStore) throws -> Verification {
    try store.verify(.record, level: .full, assessing: { _, _ in .nothing })
  }

  /// Every row of every table of a file.
  static func rows(at path: String) throws -> [String: [CopiedRow]] {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(20)
    return try DatabaseQueue(path: path, configuration: configuration).read { database in
      try RecordColumns.of.keys.reduce(into: [:]) { rows, table in
        rows[table] = try database.storedRows(of: table, "ORDER BY 1, 2, 3".forTable(table))
      }
    }
  }

  /// Whether SQLite and the chains find nothing wrong with a file.
  static func isWhole(_ path: String) -> Bool {
    do {
      let store = try RecordStore.open(at: path, .reading, now: TemporaryRecord.opened)
      let said = try store.reading { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
      return try said == ["ok"] && verified(store).outcome != .damaged
    } catch {
      return false
    }
  }

  /// The names in the folder of the record, but those of the record itself and its keys.
  func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
      .subtracting(["record.vigil", "keys"])
  }
}

extension String {
  /// A table with fewer columns is ordered by those that it has.
  fileprivate func forTable(_ table: String) -> String {
    (RecordColumns.of[table]?.count ?? 0) < 3 ? "ORDER BY 1" : self
  }
}

extension Passphrase {
  static var ofTests: Passphrase {
    get throws { try Passphrase("four words or more") }
  }
}
