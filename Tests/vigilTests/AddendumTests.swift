import Foundation
import Testing

/// `vigil addendum`, as a person types it.
@Suite struct AddendumTests {
  private let words = "the pharmacy called back: the batch is confirmed"

  private func closed() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.closeReviewable()
    return program
  }

  @Test func `amends a closed session, and stands with its author in every view`() throws {
    let program = try closed()
    defer { program.discard() }
    #expect(!(try program.must("report", "1").said.contains("Addenda")))
    let said = try program.must("addendum", "1", words, "--by", "LH").said
    #expect(said.contains("addendum: \(words)"))
    #expect(said.contains("entered by LH"))
    #expect(try program.must("sessions").said.contains("AMENDED"))
    #expect(try program.must("timeline", "1").said.contains("addendum: \(words)"))
    let report = try program.must("report", "1").said
    let section = try #require(report.range(of: "Addenda"))
    #expect(report[section.upperBound...].contains("LH"))
    #expect(report[section.upperBound...].contains(words))
    let page = try program.must("report", "1", "--format", "html").said
    #expect(page.contains("<h2>Addenda</h2>"))
    let document = try JSONOutput(try program.must("report", "1", "--format", "json").output)
    let addenda = try #require(document["addenda"] as? [[String: Any]])
    #expect(addenda.count == 1)
    #expect(addenda[0]["text"] as? String == words)
    #expect(addenda[0]["by"] as? String == "LH")
  }

  @Test func `is withdrawn with a reason and not corrected`() throws {
    let program = try closed()
    defer { program.discard() }
    try program.must("addendum", "1", words, "--by", "LH")
    let document = try JSONOutput(try program.must("report", "1", "--format", "json").output)
    let entry = try #require((document["addenda"] as? [[String: Any]])?.first?["entry"] as? Int)
    let refused = try program.run(["fix", "-s", "1", String(entry), "note other", "--", "slip"])
    #expect(refused.status == 77)
    #expect(refused.errors.contains("an addendum"))
    try program.must("void", "-s", "1", String(entry), "--", "of another patient")
    let report = try program.must("report", "1").said
    #expect(!report.contains("\nAddenda"))
    #expect(report.contains("of another patient"))
    let after = try JSONOutput(try program.must("report", "1", "--format", "json").output)
    #expect((after["addenda"] as? [[String: Any]])?.isEmpty == true)
  }

  @Test func `each wrong use is told what to type instead, and nothing is stored`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openReviewable()
    try program.refuses([
      WrongUse(
        "vigil addendum 1 late news --by LH",
        exits: 77,
        says:
          "{session} is open: an addendum is for a session that is closed. Nothing was stored.\n"
          + "Write a note: vigil add -s {session} note late news"
      ),
      WrongUse(
        "vigil addendum 1 --by LH",
        exits: 64,
        says: "An addendum says something. Nothing was stored.\n"
          + "As: vigil addendum S-2026-0012 'the pharmacy called back: batch confirmed' --by LH"
      ),
      WrongUse(
        "env -u VIGIL_BY vigil addendum 1 late news",
        exits: 64,
        says: "Who adds this? An addendum is nobody's by default. Nothing was stored.\n"
          + "Add --by LH, or set VIGIL_BY."
      ),
    ])
    try program.must("void-session", "1", "--because", "wrong patient")
    try program.refuses([
      WrongUse(
        "vigil addendum 1 late news --by LH",
        exits: 77,
        says: "{session} is struck out. Nothing was stored."
      )
    ])
  }
}
