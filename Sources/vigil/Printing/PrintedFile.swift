import Foundation
import RecordStore
import SessionRecord

/// A file that is there whole or not at all.
///
/// It is written aside in the same folder, brought to the disk, and then given its name. A symbolic link
/// is never followed or replaced, and a file that is there is replaced only where that was asked for.
///
/// Where the machine itself fails meanwhile, or the program is killed outright, what was written aside stays
/// as `.vigil-report.pdf-….part`: it says whose it was, and nothing removes it unasked.
struct PrintedFile {
  /// What becomes of a file that is there.
  enum Existing {
    /// Kept; *canForce* says whether the message offers `--force`.
    case kept(canForce: Bool)
    case replaced
  }

  let path: String
  private let existing: Existing
  private let mode: mode_t

  /// What prints hold is for its owner only.
  static let ownersOnly: mode_t = 0o600

  init(_ path: String, existing: Existing, mode: mode_t = ownersOnly) throws(PrintRefusal) {
    guard !path.isEmpty else { throw .emptyPath }
    self.path = path
    self.existing = existing
    self.mode = mode
  }

  /// Refuses what `write` would refuse for what is there now, so that no work is done for nothing.
  func check() throws(PrintRefusal) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      guard errno == ENOENT else { throw notWritten(errno) }
      guard !path.hasSuffix("/"), access(folder, F_OK) == 0 else { throw notWritten(ENOENT) }
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: throw .link(path)
    case S_IFDIR: throw .folder(path)
    case S_IFREG: break
    default: throw .notAFile(path)
    }
    // A print over a record would be the end of it, and nothing that anyone can have meant.
    if PrintedFile.isOfDatabase(path) { throw .database(path) }
    if case .kept(let canForce) = existing { throw .fileExists(path, canForce: canForce) }
  }

  /// Whether it is a database of SQLite (file format, 1.3.1), or the journal of one.
  private static func isOfDatabase(_ path: String) -> Bool {
    let journals = ["-journal", "-wal", "-shm"]
    let base = journals.first { path.hasSuffix($0) }.map { String(path.dropLast($0.count)) }
    return [path, base].compactMap(\.self).contains(where: beginsAsDatabase)
  }

  private static func beginsAsDatabase(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let magic = Array("SQLite format 3\0".utf8)
    var begin = [UInt8](repeating: 0, count: magic.count)
    return read(descriptor, &begin, begin.count) == magic.count && begin == magic
  }

  func write(_ text: String) throws(PrintRefusal) { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws(PrintRefusal) {
    try check()
    let result: Result<Void, PrintRefusal> = HeldSignals.during { signals in
      do throws(PrintRefusal) {
        try place(bytes, signals)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private func place(_ bytes: [UInt8], _ signals: HeldSignals) throws(PrintRefusal) {
    let aside = "\(folder)/.vigil-\(ownName)-\(UUID.drawn().uuidString).part"
    let descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw notWritten(errno) }
    var isPlaced = false
    // Where it has its name by now, this one is no longer there or is a second one.
    defer { if !isPlaced { unlink(aside) } }
    let failure = PrintedFile.fill(descriptor, bytes, signals)
    guard close(descriptor) == 0 || failure != 0 else { throw notWritten(errno) }
    if failure != 0 { throw notWritten(failure) }
    if signals.isInterrupted { throw .interrupted }
    try name(aside)
    isPlaced = access(aside, F_OK) != 0
    PrintedFile.synchronize(folder)
  }

  /// Zero, or the error that kept it from being whole on the disk.
  private static func fill(
    _ descriptor: Int32,
    _ bytes: [UInt8],
    _ signals: HeldSignals
  ) -> Int32 {
    var written = 0
    while written < bytes.count, !signals.isInterrupted {
      let end = min(written + 65_536, bytes.count)
      let count = bytes[written..<end].withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 {
        guard errno == EINTR else { return errno }
        continue
      }
      written += count
    }
    return fsync(descriptor) == 0 ? 0 : errno
  }

  /// Gives the file that is whole its name.
  private func name(_ aside: String) throws(PrintRefusal) {
    try check()
    if case .kept(let canForce) = existing {
      // Unlike a renaming, a second name never takes the place of a file that has just come.
      if link(aside, path) == 0 { return }
      if errno == EEXIST { throw .fileExists(path, canForce: canForce) }
      // Some file systems, as those of memory sticks, have no second names.
      guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else {
        throw notWritten(errno)
      }
    }
    guard rename(aside, path) == 0 else { throw notWritten(errno) }
  }

  /// Brings the name itself to the disk, where the file system can.
  private static func synchronize(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The file's own name, without the end of one that leaves no room for more.
  private var ownName: String {
    var name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    // Of the 255 bytes that a name may have.
    while name.utf8.count > 200 { name.removeLast() }
    return String(name)
  }

  private func notWritten(_ error: Int32) -> PrintRefusal {
    .notWritten(path, why: SystemFailure.words(error))
  }
}
