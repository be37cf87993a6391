import Crypto
import Foundation
import SessionRecord

/// A file that is to be restored: a record as it is, or an encrypted one.
final class BackupFile {
  enum Form {
    case plain
    case encrypted
  }

  /// As it was typed.
  let path: String
  let form: Form
  private let descriptor: Int32
  private let before: stat

  /// Refuses what is neither, and what is in use or was left in the middle of an entry.
  init(_ path: String) throws(BackupRefusal) {
    guard !path.isEmpty else { throw .emptyPath }
    self.path = path
    try BackupFile.requireNoJournal(path)
    let descriptor = open(PartFile.plain(path), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .notReadable(path, why: errno == ENOENT ? "there is no such file" : BackupFile.why())
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notReadable(path, why: "it is no file")
    }
    self.descriptor = descriptor
    before = status
    do throws(BackupRefusal) {
      var reader = FileReader(descriptor: descriptor, path: path)
      let begin = try reader.read(RecordHeader.byteCount)
      if begin.starts(with: BackupHeader.magic) {
        form = .encrypted
      } else if RecordHeader(begin) != nil {
        form = .plain
      } else {
        throw .notABackup(path)
      }
    } catch {
      // An initializer that throws runs no deinit before every property is set.
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  var byteCount: Int { Int(before.st_size) }

  var reader: FileReader { FileReader(descriptor: descriptor, path: path) }

  /// Refuses what another program wrote to since it was opened.
  func requireUnchanged() throws(BackupRefusal) {
    try BackupFile.requireNoJournal(path)
    var now = stat()
    guard fstat(descriptor, &now) == 0, now.st_size == before.st_size,
      now.modified == before.modified
    else { throw .changedMeanwhile(path) }
  }

  private static func requireNoJournal(_ path: String) throws(BackupRefusal) {
    for journal in ["-journal", "-wal"].map({ path + $0 }) {
      var status = stat()
      if lstat(PartFile.plain(journal), &status) == 0 { throw .hasJournal(path, journal: journal) }
    }
  }

  private static func why() -> String { SystemFailure.wordsOfReading(errno) }
}

/// What the first 100 bytes of an SQLite file say (file format, 1.3).
struct RecordHeader: Hashable {
  static let byteCount = 100
  static let magic = Array("SQLite format 3\0".utf8)

  let version: Int
  let applicationID: Int

  /// Nil of what is no database of SQLite.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= RecordHeader.byteCount, bytes.starts(with: RecordHeader.magic) else {
      return nil
    }
    let number = { (place: Int) in bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    version = number(60)
    applicationID = number(68)
  }
}

extension stat {
  fileprivate var modified: [Int] {
    #if canImport(Darwin)
    [Int(st_mtimespec.tv_sec), Int(st_mtimespec.tv_nsec)]
    #else
    [Int(st_mtim.tv_sec), Int(st_mtim.tv_nsec)]
    #endif
  }
}
