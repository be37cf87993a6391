import Foundation
import Testing

/// RISKS.md names tests that exist and run, in rows that are whole.
@Suite("The tables of risks")
struct RiskTableTests {
  @Test func `are whole, and each test that they name exists and is switched on`() throws {
    let table = RiskTable(try RisksDocument.text(of: "RISKS.md"))
    for complaint in table.complaints(try TestSources.all()) { Issue.record("\(complaint)") }
    #expect(table.risks.count >= 45)
    #expect(table.rows.count - table.risks.count >= 25)
  }

  @Test func `number their rows without gaps`() throws {
    let table = RiskTable(try RisksDocument.text(of: "RISKS.md"))
    for letter in ["R", "S"] {
      let numbers = table.rows.map { $0[0] }.filter { $0.hasPrefix(letter) }
      #expect(numbers == (1...numbers.count).map { "\(letter)\($0)" })
    }
  }

  /// What links to a row says where it stands.
  @Test func `link only to rows that are there`() throws {
    let document = try RisksDocument.text(of: "RISKS.md")
    let numbers = Set(RiskTable(document).rows.map { $0[0] })
    for part in document.components(separatedBy: "[").dropFirst() {
      let (name, rest) = (part.prefix { $0 != "]" }, part.drop { $0 != "]" })
      guard rest.hasPrefix("](#") else { continue }
      let title = rest.dropFirst(3).prefix { $0 != ")" }
      #expect(numbers.contains(String(name)), "\(name)")
      let section = document.components(separatedBy: "\n## ").dropFirst().first {
        RiskTableTests.anchor(of: $0.prefix { $0 != "\n" }) == title
      }
      #expect(section?.contains("\n| \(name) |") == true, "\(name) does not stand there")
    }
  }

  private static func anchor(of title: Substring) -> String {
    title.lowercased().filter { $0.isLetter || $0 == " " }.replacingOccurrences(of: " ", with: "-")
  }

  /// The check can fail: a made-up table with every fault that it looks for.
  @Test func `are not whole where a test is missing, off, or a cell is empty`() {
    let sources = TestSources(files: [
      (
        "StoreTests.KeptTests",
        """
        @Suite("Kept") struct KeptTests {
          @Test func `is kept`() {}
          @Test(.disabled("too slow")) func `is kept for years`() {}
          @Test(.disabled(if: isRoot, "root may"), .timeLimit(.minutes(1)))
          func `is kept unless root`() {}
          // @Test func `was kept once`() {}
          func `is no test`() {}
        }
        """
      ),
      ("StoreTests.OffTests", "@Suite(.disabled(\"later\")) struct A { @Test func `a`() {} }"),
    ])
    let document = """
      | no. | hazard | harm | cause | control | what stays | shown by |
      |---|---|---|---|---|---|---|
      | R1 | h | grave | c | k | s | `StoreTests.KeptTests/is kept` |
      | R2 | h | slight | c | k | s | `StoreTests.KeptTests/is kept unless root`, `./scripts/faults kill` |
      | R3 | h | grave | c | k | s | `StoreTests.KeptTests/is kept for years` |
      | R4 | h | grave | c | k | s | `StoreTests.KeptTests/was kept once`<br>`StoreTests.KeptTests/is no test` |
      | R5 | h | grave | c | k | s | `StoreTests.OffTests/a` |
      | R5 | h | grave | c | k | s | `KeptTests/is kept` |
      | R6 | h | grave | c | k |  | `StoreTests.KeptTests/is kept` |
      | R7 | h | awful | c | k | s | nothing |
      | S1 | h | c | k | `StoreTests.KeptTests/is kept` |
      """
    #expect(
      RiskTable(document).complaints(sources) == [
        "R3: switched off: StoreTests.KeptTests/is kept for years",
        "R4: no such test: StoreTests.KeptTests/was kept once",
        "R4: no such test: StoreTests.KeptTests/is no test",
        "R5: switched off: StoreTests.OffTests/a",
        "R5: the number is there twice",
        "R5: no such test: KeptTests/is kept",
        "R6: 6 cells that say something instead of 7",
        "R7: no class of harm is called “awful”",
        "R7: names no test",
        "S1: 5 cells that say something instead of 7",
      ]
    )
  }
}
