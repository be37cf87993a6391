import Foundation
import RecordStore

/// A temporary folder that nobody else can look into.
struct PrivateFolder {
  let path: String

  /// Where temporary folders are made.
  static var place: String { Terminal.environment("TMPDIR") ?? "/tmp" }

  /// Nil where none can be made; `errno` then says why.
  init?(named start: String = "vigil") {
    guard let made = NewFolder.make("\(PrivateFolder.place)/\(start)-") else { return nil }
    path = made
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
