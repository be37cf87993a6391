import Foundation

/// The real recordings that stand beside the checkout, where they are there.
enum ReplayRecordings {
  static let absent: String =
    "The recordings of ../shared/data are not beside the checkout; their replay is skipped."

  static var folder: URL {
    Checkout.folder().deletingLastPathComponent().appendingPathComponent("shared/data")
  }

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(path))
  }

  /// Every case by its file's name; none where the recordings are absent.
  static var caseFiles: [String] {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("cases").path
    )
    return (files ?? []).filter { $0.hasSuffix(".json") }.sorted()
  }
}
