import Foundation
import SessionRecord

/// What lies beside a record, where SQLite keeps a transaction until it has ended.
struct RecordJournal {
  let record: String

  /// Refuses a pipe or a folder, for which SQLite would wait or fail, and the journal of a file that was
  /// larger than this one can have been: to undo it, SQLite would make the record as large.
  func check() throws(RecordRefusal) {
    for end in ["-journal", "-wal"] {
      var status = stat()
      guard stat(record + end, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { continue }
      throw .damaged(path: record, what: "what lies beside it as \(end) is no file")
    }
    // Asked first: a writer makes the record larger than its journal says, and never smaller.
    guard let before = bytesBefore, let now = size(record), let kept = size(record + "-journal"),
      before > now + kept
    else { return }
    throw .damaged(path: record, what: "the journal beside it is of a larger file")
  }

  /// How large the file was before the transaction, as the journal's header says it (SQLite's file format, 3);
  /// nil without such a header, which SQLite passes over.
  private var bytesBefore: Int? {
    let descriptor = open(record + "-journal", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 28)
    guard pread(descriptor, &header, header.count, 0) == header.count,
      header.starts(with: [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
    else { return nil }
    func number(at place: Int) -> Int {
      header[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return number(at: 16) * number(at: 24)
  }

  private func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }
}
