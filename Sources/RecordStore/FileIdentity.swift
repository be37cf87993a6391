import Foundation

/// Which file of which disk lies at a path, whatever its name.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let file: UInt64

  /// Nil where nothing is there, or it cannot be looked at.
  init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    file = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// Whether it is surely no longer at a path; a disk that does not answer says nothing of that.
  func isGone(from path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) != 0 else { return FileIdentity(status) != self }
    return errno == ENOENT || errno == ENOTDIR
  }
}
