import Foundation

/// RISKS.md, and where the sources are that it speaks of.
enum RisksDocument {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("../../..").standardizedFileURL

  static func text(of name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  /// The cells of each row that begins with a number such as R1 or S12.
  static func numberedRows(in document: String) -> [[String]] {
    rows(in: document).filter { cells in
      guard let first = cells.first, let letter = first.first, "RS".contains(letter) else {
        return false
      }
      return first.count > 1 && first.dropFirst().allSatisfy(\.isNumber)
    }
  }

  /// The cells of each row of every table.
  static func rows(in document: String) -> [[String]] {
    document.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.hasSuffix(" |") }.map {
      $0.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}
