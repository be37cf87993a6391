import Foundation
import Testing

/// Expected prints as files that a clinician can read; `UPDATE_GOLDEN=1` writes them anew, and the
/// difference is the review.
enum GoldenPrint {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  static var isUpdating: Bool { ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" }

  static func check(_ text: String, _ name: String) throws {
    let file = folder.appending(path: name)
    let written = text + (text.utf8.last == 0x0A ? "" : "\n")
    if isUpdating { try Data(written.utf8).write(to: file) }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let difference = firstDifference(written, expected)
    #expect(difference == nil, "\(name): \(difference ?? "")")
  }

  private static func firstDifference(_ text: String, _ expected: String) -> String? {
    guard text != expected else { return nil }
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, pair) in zip(found, wanted).enumerated() where pair.0 != pair.1 {
      return "line \(place + 1) is “\(pair.0)”, expected “\(pair.1)”"
    }
    return "\(found.count) lines, expected \(wanted.count)"
  }
}
