import Foundation

/// A file that a command reads whole, after asking its size.
enum InputFile {
  static func bytes(_ path: String, most: Int) throws -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { throw CommandRefusal.noSuchFile(path) }
      throw CommandRefusal.unreadableFile(path, String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw CommandRefusal.unreadableFile(path, "it is a folder")
    }
    let limit = "\(most / 1_000_000) MB"
    guard status.st_size <= most else { throw CommandRefusal.fileTooLarge(path, limit: limit) }
    guard let file = fopen(path, "r") else {
      throw CommandRefusal.unreadableFile(path, String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes += chunk[0..<count]
      // A pipe or a device says no size beforehand.
      guard bytes.count <= most else { throw CommandRefusal.fileTooLarge(path, limit: limit) }
      if count < chunk.count { break }
    }
    guard ferror(file) == 0 else {
      throw CommandRefusal.unreadableFile(path, String(cString: strerror(errno)))
    }
    return bytes
  }
}
