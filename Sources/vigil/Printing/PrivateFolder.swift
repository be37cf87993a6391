import Foundation

/// A temporary folder that nobody else can look into.
struct PrivateFolder {
  let path: String

  /// Nil where none can be made; `errno` then says why.
  init?() {
    let place = Terminal.environment("TMPDIR") ?? "/tmp"
    guard let name = strdup("\(place)/vigil-XXXXXX") else { return nil }
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
