import Foundation

/// A temporary folder that nobody else can look into.
struct PrivateFolder {
  let path: String

  /// Where temporary folders are made.
  static var place: String { Terminal.environment("TMPDIR") ?? "/tmp" }

  /// Nil where none can be made; `errno` then says why.
  init?(named start: String = "vigil") {
    // mkdtemp(3) puts letters of its own in the place of the last six.
    guard let name = strdup("\(PrivateFolder.place)/\(start)-XXXXXX") else { return nil }
    defer { free(name) }
    // Made with mode 0700.
    guard mkdtemp(name) != nil else { return nil }
    path = String(cString: name)
  }

  /// Takes it away with all that is in it.
  func remove() {
    // A program that is just ending may still write into it.
    for _ in 0..<20 {
      try? FileManager.default.removeItem(atPath: path)
      if access(path, F_OK) != 0 { return }
      usleep(50_000)
    }
  }
}
