import Foundation
import SessionRecord

/// The file itself, before SQLite opens it.
///
/// It is never opened here: closing any descriptor of it would drop the locks that SQLite holds on
/// it elsewhere in this process.
struct RecordFile {
  let path: String

  private var folder: String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  /// Refuses what is not there, is a folder, or may not be opened so.
  func check(for mode: RecordStore.Mode) throws(RecordRefusal) {
    if mode == .creating, try makeIfAbsent() { return }
    guard let status = try status() else { throw .noRecord(path: path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder(path: path) }
    // SQLite takes a few bytes for an empty database, and would write over them.
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 || status.st_size >= 512 else {
      throw .notARecord(path: path)
    }
    guard access(path, R_OK) == 0 else { throw refused(errno) }
    guard mode == .reading || canWrite else {
      // A disk that does not answer says nothing about who may write.
      throw SystemFailure.isWantOfRights(errno) ? .notWritable(path: path) : refused(errno)
    }
  }

  /// Refuses a record of a newer version that a crash left in the middle of a commit.
  ///
  /// Looking at it by SQLite would undo that commit, and so change it. Its first bytes say whose it is.
  func refuseUnfinishedNewer() throws(RecordRefusal) {
    var status = stat()
    guard stat(path + "-journal", &status) == 0, status.st_size > 0 else { return }
    // It stays open until the program ends, for the locks.
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    var header = [UInt8](repeating: 0, count: 72)
    guard descriptor >= 0, pread(descriptor, &header, header.count, 0) == header.count else {
      return
    }
    func number(at place: Int) -> Int {
      header[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    // Where SQLite's file format has them.
    let (version, application) = (number(at: 60), number(at: 68))
    if application == RecordPragmas.applicationID, version > RecordPragmas.version {
      throw .newerRecord(path: path, version: version)
    }
  }

  /// Writable, and so is the folder, in which SQLite makes its journal.
  var canWrite: Bool { access(path, W_OK) == 0 && access(folder, W_OK | X_OK) == 0 }

  /// Why SQLite did not write to a file that might be written to when it was opened; *isMoved* is what SQLite took it for.
  func whyNotWritten(isMoved: Bool) -> RecordRefusal {
    guard canWrite else {
      let code = errno
      if SystemFailure.isWantOfRights(code) { return .notWritable(path: path) }
      return .notSaved(
        why: code == ENOENT || code == ENOTDIR
          ? "\(path) was moved or removed meanwhile" : SystemFailure.words(code)
      )
    }
    return .notSaved(
      why: isMoved
        ? "\(path) was replaced meanwhile, or the disk does not say what lies there"
        : "the disk let \(path) be opened for reading only"
    )
  }

  /// The number that the machine gives where something is to be made beside the record; ENOENT where that can be done now.
  var whyNothingCanBeMadeBeside: Int32 {
    guard let made = NewFolder.make("\(folder)/.vigil-tried-") else { return errno }
    rmdir(made)
    return ENOENT
  }

  /// Makes an empty file that only its owner can read, whatever the umask; false where one is there.
  private func makeIfAbsent() throws(RecordRefusal) -> Bool {
    if try status() != nil { return false }
    try makeFolder(folder)
    if mknod(path, S_IFREG | 0o600, 0) != 0 {
      if errno == EEXIST { return false }
      throw SystemFailure.isWantOfRights(errno)
        ? .notWritable(path: path) : .notSaved(why: SystemFailure.words(errno))
    }
    chmod(path, 0o600)
    return true
  }

  private func makeFolder(_ folder: String) throws(RecordRefusal) {
    do throws(PrivateFile.Failure) {
      try PrivateFile.makeFolder(folder)
    } catch {
      throw .folderNotMade(path: folder, why: error.words)
    }
  }

  /// Nil where nothing is there.
  private func status() throws(RecordRefusal) -> stat? {
    var status = stat()
    if stat(path, &status) == 0 { return status }
    switch errno {
    case ENOENT, ENOTDIR: return nil
    case ENAMETOOLONG: throw .nameTooLong(path: path)
    default: throw refused(errno)
    }
  }

  /// Only who lacks the right to read it is told so.
  private func refused(_ code: Int32) -> RecordRefusal {
    code == EACCES || code == EPERM
      ? .notReadable(path: path) : .notRead(path: path, why: SystemFailure.words(code))
  }
}
