import Foundation

/// A file that a command reads whole, after asking its size.
enum InputFile {
  static func bytes(_ path: String, most: Int) throws -> [UInt8] {
    let descriptor = OpenedInput.descriptor(path)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw CommandRefusal.noSuchFile(path) }
      throw CommandRefusal.unreadableFile(path, String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw CommandRefusal.unreadableFile(path, String(cString: strerror(errno)))
    }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw CommandRefusal.unreadableFile(path, "it is a folder") }
    guard ![S_IFCHR, S_IFBLK].contains(kind) || isatty(descriptor) == 1 else {
      throw CommandRefusal.unreadableFile(path, "it is a device")
    }
    let limit = "\(most / 1_000_000) MB"
    guard status.st_size <= most else { throw CommandRefusal.fileTooLarge(path, limit: limit) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 {
        guard errno == EINTR else {
          throw CommandRefusal.unreadableFile(path, String(cString: strerror(errno)))
        }
        continue
      }
      if count == 0 { break }
      bytes += chunk[0..<count]
      // A pipe says no size beforehand.
      guard bytes.count <= most else { throw CommandRefusal.fileTooLarge(path, limit: limit) }
    }
    guard kind != S_IFIFO || !bytes.isEmpty else {
      throw CommandRefusal.unreadableFile(path, "it is a pipe, and nobody wrote to it")
    }
    return bytes
  }
}
