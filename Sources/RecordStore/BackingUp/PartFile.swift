import Foundation
package import SessionRecord

/// A file that is being made aside, under the name that it will have and `.part`, and has that name only
/// once it is whole.
///
/// It is made exclusively and with mode 0600; what is there is never written over, and no link followed.
package final class PartFile {
  /// As it was typed.
  package let path: String
  /// Where it is made.
  package let part: String
  /// The name under which it was made, where it has that beside its own and it could not be taken away.
  package private(set) var secondName: String?
  /// Open from the making on: closing it while SQLite has the file open would drop SQLite's locks.
  private let descriptor: Int32

  /// Refuses a name that is taken, by a file or by the journal of one.
  package init(for path: String) throws(BackupRefusal) {
    try PartFile.requireFree(path)
    self.path = path
    part = path + PartFile.suffix
    let descriptor = open(
      PartFile.plain(part),
      O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
      0o600
    )
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .partExists(part) : BackupRefusal.notWritten(path, errno)
    }
    // A umask takes bits away, and a stick without modes has none to give.
    fchmod(descriptor, 0o600)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  static let suffix = ".part"

  /// What SQLite lays beside a record.
  static let companions = ["-journal", "-wal", "-shm"]

  /// A path that neither a program nor SQLite takes for anything else: not `-x`, `:memory:` or `file:x`.
  static func plain(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// Refuses a path that anything has, so that no work is done for nothing.
  package static func requireFree(_ path: String) throws(BackupRefusal) {
    guard !path.isEmpty else { throw .emptyPath }
    guard !path.hasSuffix("/") else { throw .isFolder(path) }
    var status = stat()
    if lstat(plain(path), &status) == 0 {
      throw status.st_mode & S_IFMT == S_IFDIR ? .isFolder(path) : .fileExists(path)
    }
    guard errno == ENOENT else { throw BackupRefusal.notWritten(path, errno) }
    for companion in companions where lstat(plain(path + companion), &status) == 0 {
      throw .leftover(path, companion: path + companion)
    }
    if lstat(plain(path + suffix), &status) == 0 { throw .partExists(path + suffix) }
  }

  // MARK: - What is in it

  /// Adds bytes to the end.
  package func write(_ bytes: [UInt8]) throws(BackupRefusal) {
    let failure = bytes.withUnsafeBytes { buffer -> Int32 in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, rest.base, rest.count)
        if count < 0 {
          guard errno == EINTR else { return errno }
          continue
        }
        rest = rest.dropFirst(count)
      }
      return 0
    }
    if failure != 0 { throw BackupRefusal.notWritten(path, failure) }
  }

  /// Reads it from its beginning.
  func reader() -> FileReader { FileReader(descriptor: descriptor, path: part) }

  /// SHA-256 of all that is in it now.
  package func digest() throws(BackupRefusal) -> RecordDigest { try reader().digest() }

  /// As much of it as says what it is.
  func begin() throws(BackupRefusal) -> [UInt8] {
    var reader = reader()
    return try reader.read(RecordHeader.byteCount)
  }

  var byteCount: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Looks at what is in it as a record; that the machine does not give it is no damage.
  func asRead<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch RecordRefusal.notRead(_, let why) {
      throw BackupRefusal.notVerified(path, why: why)
    } catch RecordRefusal.busy {
      throw BackupRefusal.notVerified(path, why: "another program holds it")
    }
  }

  // MARK: - Its name

  /// Brings it to the disk and gives it its name, unless another file has taken that meanwhile.
  package func publish() throws(BackupRefusal) {
    guard fsync(descriptor) == 0 else { throw BackupRefusal.notWritten(path, errno) }
    switch whatIsNamed {
    case .itself: break
    case .another, .nothing: throw .replaced(part)
    case .untold: throw BackupRefusal.notWritten(path, errno)
    }
    let (from, to) = (PartFile.plain(part), PartFile.plain(path))
    if link(from, to) == 0 {
      if !PartFile.remove(part) { secondName = part }
    } else {
      if errno == EEXIST { throw .fileExists(path) }
      // Some file systems, as those of memory sticks, have no second names.
      guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else {
        throw BackupRefusal.notWritten(path, errno)
      }
      var status = stat()
      if lstat(to, &status) == 0 { throw .fileExists(path) }
      guard rename(from, to) == 0 else { throw BackupRefusal.notWritten(path, errno) }
    }
    synchronizeFolder()
  }

  /// Takes it away again; what has its name by now stays.
  ///
  /// Gives the error to throw: the same or, where the file could not be taken away, one that says that as well.
  package func discarded(after error: any Error) -> any Error {
    guard !discard(), let refusal = error as? any Refusal else { return error }
    return PartLeft(part: part, after: refusal)
  }

  /// Whether nothing of it is left.
  @discardableResult func discard() -> Bool {
    switch whatIsNamed {
    case .nothing, .another: return true
    case .untold: return false
    case .itself:
      for companion in PartFile.companions { unlink(PartFile.plain(part + companion)) }
      return PartFile.remove(part)
    }
  }

  private enum Named {
    case itself, another, nothing
    /// The disk does not say.
    case untold
  }

  /// What has its name now.
  private var whatIsNamed: Named {
    var named = stat()
    var held = stat()
    guard lstat(PartFile.plain(part), &named) == 0 else {
      return errno == ENOENT ? .nothing : .untold
    }
    guard fstat(descriptor, &held) == 0 else { return .untold }
    return named.st_ino == held.st_ino && named.st_dev == held.st_dev ? .itself : .another
  }

  /// Whether nothing has that name now; a disk that failed once may not fail again.
  private static func remove(_ part: String) -> Bool {
    (0..<2).contains { _ in unlink(plain(part)) == 0 || errno == ENOENT }
  }

  /// A new name has to be on the disk as well.
  private func synchronizeFolder() {
    let folder = (PartFile.plain(path) as NSString).deletingLastPathComponent
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension Slice where Base == UnsafeRawBufferPointer {
  fileprivate var base: UnsafeRawPointer? { UnsafeRawBufferPointer(rebasing: self).baseAddress }
}
