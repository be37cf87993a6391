import Foundation

/// A private file while it is written, in the folder of its place and under a name that nothing else has, mode 0600.
///
/// It is held by a lock for as long as it is in use: what a run that was killed left, a key as well, is known by
/// that, and is taken away by the next one that writes there.
final class UnfinishedFile {
  let path: String
  private let descriptor: Int32

  private static let start = ".vigil-unfinished-"

  init(in folder: String) throws(PrivateFile.Failure) {
    // Another run may have taken it for one that was left, before it was held.
    for _ in 0..<8 {
      var template = Array("\(folder)/\(UnfinishedFile.start)XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      guard descriptor >= 0 else { throw .system(PrivateFile.why()) }
      let path = String(
        decoding: template.dropLast().map { UInt8(bitPattern: $0) },
        as: UTF8.self
      )
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      flock(descriptor, LOCK_EX)
      if access(path, F_OK) == 0 {
        self.path = path
        self.descriptor = descriptor
        return
      }
      // Also where the look itself failed, so that nothing is left lying.
      unlink(path)
      close(descriptor)
    }
    throw .system("it was taken away")
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  /// Brings these bytes to the disk.
  func write(_ bytes: [UInt8]) throws(PrivateFile.Failure) {
    fchmod(descriptor, 0o600)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(PrivateFile.why()) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw .system(PrivateFile.why()) }
  }

  /// Takes away what runs that were killed left in a folder.
  static func sweep(_ folder: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names where name.hasPrefix(start) {
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }
}
