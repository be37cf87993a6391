import Foundation
import Testing

/// The clock of a day that is told by its hours: `faketime`, which the test command installs.
enum FakeClock {
  /// Nil where it is not on this machine.
  static let program: URL? = {
    let path = URL(fileURLWithPath: "/usr/bin/faketime")
    return FileManager.default.isExecutableFile(atPath: path.path) ? path : nil
  }()

  static let absent: Comment = "faketime is not here: a day cannot be told by its clock"

  /// The arguments of `faketime` that run the program with its clock standing at a moment of UTC, as
  /// `2026-11-17 13:05`.
  static func arguments(at moment: String, _ words: [String]) throws -> [String] {
    ["-f", moment + ":00", try VigilProgram.path.path] + words
  }
}
