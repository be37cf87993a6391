import Foundation
import GRDB
import SessionRecord

/// The copy of a record that is made beside it before it is carried over, page by page as it was.
struct MigrationBackup {
  let path: String
  let digest: RecordDigest
  /// Where it could not be taken away.
  let secondName: String?

  /// Makes and verifies it while the caller holds the record for writing, so that nothing is written
  /// meanwhile.
  ///
  /// Only then has it its name, `record.vigil.v1-2026-11-26.backup`, and a number where that is taken.
  init(of path: String, holding contents: RecordContents, in record: UUID, at now: Instant) throws {
    MigrationBackup.sweep(beside: path)
    let part: PartFile
    do {
      part = try MigrationBackup.part(of: path, at: now)
    } catch {
      throw MigrationBackup.refusal(of: path, for: error)
    }
    do {
      try MigrationBackup.fill(part, from: path)
      try MigrationBackup.verify(part, holding: contents, in: record)
      digest = try part.digest()
      try part.publish()
    } catch {
      throw part.discarded(after: MigrationBackup.refusal(of: path, for: error))
    }
    self.path = part.path
    secondName = part.secondName
  }

  /// Why the record was not carried over, by why there is no copy of it.
  private static func refusal(of path: String, for error: any Error) -> any Error {
    switch error {
    case let error as DatabaseError:
      // SQLite's own words may be those of the other file of the two: "not an error".
      switch RecordRefusal(error, .writing, path: path) {
      case .busy(let path): return RecordRefusal.busy(path: path)
      case .notSaved(let why): return MigrationRefusal.notCopied(path: path, why: why)
      default:
        let why = "SQLite failed (\(error.extendedResultCode.rawValue))"
        return MigrationRefusal.notCopied(path: path, why: why)
      }
    case let refusal as BackupRefusal:
      return MigrationRefusal.notCopied(path: path, why: refusal.problem.trimmingFullStop)
    default: return error
    }
  }

  /// Takes it away again: the record is as it was, and the next attempt makes another.
  func discard() { unlink(path) }

  private static func part(of path: String, at now: Instant) throws -> PartFile {
    let day = Date(timeIntervalSince1970: Double(now.milliseconds / 1_000))
      .formatted(.iso8601.year().month().day())
    var number = 1
    while true {
      let name = "\(path).v1-\(day)\(number == 1 ? "" : "-\(number)").backup"
      if isFree(name) || number == 1_000 { return try PartFile(for: name) }
      number += 1
    }
  }

  private static func isFree(_ name: String) -> Bool {
    do {
      try PartFile.requireFree(name)
      return true
    } catch {
      return false
    }
  }

  /// All pages in one step, onto the disk.
  private static func fill(_ part: PartFile, from path: String) throws {
    let source = try RecordStore.connect(path, readonly: true)
    let copy = try DatabaseQueue(path: PartFile.plain(part.part))
    try source.backup(to: copy)
    try copy.close()
    try source.close()
  }

  private static func verify(
    _ part: PartFile,
    holding contents: RecordContents,
    in record: UUID
  ) throws {
    let copy = try RecordStore.connect(PartFile.plain(part.part), readonly: true)
    let isSame = try copy.inDatabase { database in
      let said = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
      let found = try RecordContents(of: database, in: record, path: part.part)
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version")
      let isFirst = try StoredSchema(database).isThat(of: 1)
      return said == ["ok"] && found == contents && version == 1 && isFirst
    }
    try copy.close()
    guard isSame else { throw MigrationRefusal.copyDiffers(part.path) }
  }

  /// What earlier attempts left that were killed; whoever holds the record for writing is the only one
  /// that makes such a copy.
  private static func sweep(beside path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let start = (path as NSString).lastPathComponent + ".v1-"
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
      for name in names where name.hasPrefix(start) {
        guard name.hasSuffix(".backup.part") || name.hasSuffix(".backup.part-journal") else {
          continue
        }
        unlink(folder.isEmpty ? name : "\(folder)/\(name)")
      }
    } catch {
      // What cannot be listed cannot be swept; the copy is made under another name.
    }
  }
}

extension String {
  fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
