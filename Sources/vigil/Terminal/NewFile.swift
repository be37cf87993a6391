import Foundation

/// A file that a command makes, and never writes over.
enum NewFile {
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw CommandRefusal.fileExists(path) }
      throw CommandRefusal.notWritable(path, String(cString: strerror(errno)))
    }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let why = String(cString: strerror(errno))
        close(descriptor)
        // Half a protocol is none.
        unlink(path)
        throw CommandRefusal.notWritable(path, why)
      }
      written += count
    }
    guard close(descriptor) == 0 else {
      let why = String(cString: strerror(errno))
      unlink(path)
      throw CommandRefusal.notWritable(path, why)
    }
  }
}
