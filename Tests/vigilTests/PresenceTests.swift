import Foundation
import Testing

@Suite struct PresenceTests {
  /// The author of every entry, in the order of the log.
  private func authors(_ program: VigilProgram) throws -> [String] {
    let outcome = try program("timeline", "1", "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let entries = (document as? [String: Any])?["entries"] as? [[String: Any]] ?? []
    return entries.sorted { ($0["number"] as? Int ?? 0) < ($1["number"] as? Int ?? 0) }
      .compactMap { $0["author"] as? String }
  }

  @Test func `carries the right author for every entry across two handovers`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let start = try authors(program).count
    try program("add", "120/80 72 98%")
    let first = try program("presence", "handover", "MB", "--", "asleep since 14:10")
    #expect(first.status == 0, "\(first)")
    let gaveWay = try program("add", "note calm")
    #expect(
      gaveWay.output.contains("VIGIL_BY names KO, who handed this session over"),
      "\(gaveWay)"
    )
    #expect(gaveWay.said.contains("entered by MB"), "\(gaveWay)")
    program.environment["VIGIL_BY"] = nil
    let nobody = try program("add", "note quiet")
    #expect(nobody.said.contains("entered by MB"), "\(nobody)")
    #expect(!nobody.output.contains("VIGIL_BY"), "\(nobody)")
    try program("presence", "handover", "LH")
    try program("add", "note awake")
    program.environment["VIGIL_BY"] = "MB"
    try program("add", "note water")
    try program("add", "--by", "KO", "note from KO")
    let batch = try program.run(["add", "-"], input: "note a\nhandover KO\nnote b\n")
    #expect(batch.said.contains("From here on entered by KO:"), "\(batch)")
    #expect(
      try Array(authors(program).dropFirst(start))
        == ["KO", "KO", "MB", "MB", "MB", "LH", "LH", "KO", "LH", "LH", "KO"]
    )
  }

  @Test func `reads back what is open, unverified and due at a handover`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program("add", "120/80 72 98%")
    try program("add", "ketamine 36 mg iv over 40 min")
    try program("add", "186/121 84 97%")
    try program("add", "hr 252")
    let answer = try program("presence", "handover", "MB")
    #expect(answer.status == 0, "\(answer)")
    for words in [
      "handed over to MB", "Open flags:", "186", "not acknowledged", "Waiting to be verified: 2.",
      "186?/121", "252?", "Next:",
    ] {
      #expect(answer.said.contains(words), "\(words) in \(answer.output)")
    }
  }

  @Test func `shows who came and went, the rooms, the checks and the witnesses in a report`() throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    for line in [
      "arrives LH second nurse", "ketamine 36 mg iv over 40 min", "check LH", "ondansetron 4 mg iv",
      "waste 14 mg", "waste 2 mg witness LH", "room B2", "handover MB", "leaves LH",
    ] {
      let outcome = try program("add", line)
      #expect(outcome.status == 0, "\(outcome)")
    }
    let text = try program("report", "1").output
    for words in [
      "second nurse", "handed over", "took over", "checked by LH", "no second check", "no witness",
      "witness LH", "then room B2 from",
    ] {
      #expect(text.replacing("\u{A0}", with: " ").contains(words), "\(words) in \(text)")
    }
    let board = try program("sessions").output
    #expect(board.contains("B2"), "\(board)")
    // The document says the same, wherever it is about the session.
    let document = try JSONOutput(try program("timeline", "1", "--format", "json").output)
    #expect(document["session", "room"] as? String == "B2")
    #expect(try program("add", "-s", "B2", "note calm").status == 0)
  }

  @Test func `says what is wrong with what stands after presence`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let none = try program("presence")
    #expect(none.status == 64 && none.errors.contains("vigil presence arrives LH"), "\(none)")
    let near = try program("presence", "arives", "LH")
    #expect(near.errors.contains("Did you mean arrives?"), "\(near)")
    let own = try program("presence", "handover", "KO")
    #expect(own.errors.contains("nobody hands over to themselves"), "\(own)")
  }
}
