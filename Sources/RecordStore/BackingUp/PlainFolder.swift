import Foundation

/// A folder of mode 0700 in which the plain copy lies while it is encrypted, on the disk of the record itself and
/// never on that of the backup.
///
/// It is held by a lock for as long as it is in use: what a run that was killed left is known by that, and is taken
/// away by the next one.
final class PlainFolder {
  let path: String
  private let descriptor: Int32
  /// Told where it could not be taken away.
  private let left: (String) -> Void

  private static let start = ".vigil-backup-"

  /// In the record's folder or, where nothing can be written there, in the one for temporary files.
  static func beside(
    _ record: String,
    left: @escaping (String) -> Void = { _ in }
  ) throws(BackupRefusal) -> PlainFolder {
    let folder = (PartFile.plain(record) as NSString).deletingLastPathComponent
    let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    let places = [folder.isEmpty ? "/" : folder, temporary]
    for place in places {
      sweep(place)
      if let made = PlainFolder(in: place, left) ?? PlainFolder(in: place, left) { return made }
    }
    throw .noPrivateFolder(temporary, why: SystemFailure.words(errno))
  }

  private init?(in place: String, _ left: @escaping (String) -> Void) {
    self.left = left
    guard let made = NewFolder.make("\(place)/\(PlainFolder.start)") else { return nil }
    path = made
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      rmdir(path)
      return nil
    }
    // Another run may have taken it for one that was left, before it was held.
    guard flock(descriptor, LOCK_EX) == 0, access(path, F_OK) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit {
    if !PlainFolder.empty(path) { left(path) }
    close(descriptor)
  }

  /// Takes away what is there of runs that were killed.
  private static func sweep(_ place: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else { return }
    for name in names where name.hasPrefix(start) {
      let path = "\(place)/\(name)"
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      empty(path)
    }
  }

  /// Whether nothing of it is left.
  ///
  /// What is made there has one name; it goes also where the folder cannot be listed.
  @discardableResult private static func empty(_ path: String) -> Bool {
    let made = "\(path)/record.vigil\(PartFile.suffix)"
    for name in [made] + PartFile.companions.map({ made + $0 }) { unlink(name) }
    if let names = try? FileManager.default.contentsOfDirectory(atPath: path) {
      for name in names { unlink("\(path)/\(name)") }
    }
    return rmdir(path) == 0 || errno == ENOENT
  }
}
