import Foundation
import Testing

/// The table in SECURITY.md says what these tests show, row by row, and no more.
@Suite("The table of attacks")
struct AttackTableTests {
  @Test func `is in SECURITY.md as it is tested`() throws {
    let document = try String(contentsOf: SecurityDocument.place, encoding: .utf8)
    let written = try #require(SecurityDocument.table(in: document))
    let tested = Attacks.groups.flatMap { ["### \($0.title)"] + $0.attacks.map(\.row) }
    for row in tested where !written.contains(row) { Issue.record("missing: \(row)") }
    for row in written where !tested.contains(row) { Issue.record("not tested: \(row)") }
    #expect(written == tested)
  }

  @Test func `names each attack once, and enough of them`() {
    #expect(Set(Attacks.all.map(\.name)).count == Attacks.all.count)
    #expect(Attacks.all.count >= 24)
  }
}

enum SecurityDocument {
  static let place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("../../../SECURITY.md").standardizedFileURL

  /// Titles and rows of the section on attacks, without the tables' heads.
  static func table(in document: String) -> [String]? {
    guard let start = document.range(of: "\n## Attacks\n"),
      let end = document.range(of: "\n## ", range: start.upperBound..<document.endIndex)
    else { return nil }
    return document[start.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("### ") || $0.hasPrefix("| ") }
      .filter { $0 != "| attack | with | outcome |" }
  }
}
