import Foundation
import GRDB
import SessionRecord

@testable import RecordStore

/// A copy of a record that an older Vigil made, in a folder of its own, removed with it.
///
/// It has five sessions, of which 1 and 4 are closed, 2 is amended, 3 struck out and 5 open; courses of three patients, the
/// identity of one of whom is erased; and everything that lies beside the log.
final class GoldenRecord {
  static let now = Instant(milliseconds: 1_795_700_000_000)  // 2026-11-26

  let folder: URL

  var path: String { folder.appendingPathComponent("record.vigil").path }

  /// Where its keys would lie.
  var keys: String { folder.appendingPathComponent("keys").path }

  var station: Station { Station(account: "clinic", keyring: Keyring(folder: keys)) }

  init(version: Int = 1) throws {
    folder = try TemporaryRecord.newFolder()
    let golden = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden/record-v\(version).vigil")
    try bytes(of: golden.path).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o600)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func open(_ mode: RecordStore.Mode, at now: Instant = GoldenRecord.now) throws -> RecordStore {
    try RecordStore.open(at: path, mode, station: station, now: now)
  }

  func bytes(of path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  func bytes() throws -> Data { try bytes(of: path) }

  /// The names beside it, but for the keys.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "keys" }
      .sorted()
  }

  /// All rows of a query, each as text.
  func rows(_ sql: String, at path: String? = nil) throws -> [String] {
    let queue = try DatabaseQueue(path: path ?? self.path)
    return try queue.read { database in
      try Row.fetchAll(database, sql: sql).map {
        $0.databaseValues.map(\.description).joined(separator: "|")
      }
    }
  }

  func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
