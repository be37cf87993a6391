import Foundation
import Testing

/// The wrong patient, through the program.
@Suite("Moving, through the program")
struct MoveTests {
  private let program: VigilProgram

  /// Session 1 of P-014, with a flag that is acknowledged.
  init() throws {
    program = try VigilProgram()
    try program.openSession()
    try program.must("add", "186/104", "96", "97%")
    try program.must("add", "nausea", "moderate")
    try program.must("ack", "1", "head up, LH told")
  }

  @Test func `a whole session answers with both patients, and what became of both`() throws {
    defer { program.discard() }
    let moved = try program.must(
      "move",
      "1",
      "--to",
      "P-015",
      "--because",
      "opened under the wrong code",
      "--by",
      "LH"
    )
    for words in [
      "The whole session was moved.", "patient P-015: Sam Okafor", "born 1990-07-01",
      "patient P-014: Alex Rivera", "born 1984-03-12", "session struck out",
      "moved to S-", "186 mmHg",
    ] {
      #expect(moved.said.contains(words), "\(words) in\n\(moved.said)")
    }
    let sessions = try program.must("sessions").said
    #expect(sessions.contains("P-015") && sessions.contains("VOID"))
    let flags = try program.must("flags", "--format", "json").output
    #expect(flags.contains("P-015") && !flags.contains("P-014"))
    #expect(!(try program.must("effects", "--format", "json").output.contains("P-014")))
    #expect(
      try program.must("timeline", "2", "--width", "200").said.contains("copy of #2 of session 1")
    )
    #expect(try program.must("report", "2").said.contains("moved here from session 1"))
    #expect(try program.must("timeline", "1").said.contains("moved to session 2"))
    // Everything still goes on in the new one, and nothing in the old one.
    try program.must("add", "-s", "P-015", "148/92")
    #expect(try program.run(["add", "-s", "1", "148/92"]).status != 0)
  }

  @Test func `an entry is moved alone, and so are several`() throws {
    defer { program.discard() }
    try program.start("P-015", room: "8")
    let entries =
      try JSONOutput(
        try program.must("timeline", "1", "--format", "json").output
      )["entries"] as? [[String: Any]]
    let numbers = try #require(entries).filter {
      ["vitals", "effect"].contains($0["kind"] as? String ?? "")
    }.compactMap { $0["number"] as? Int ?? $0["entry"] as? Int }
    #expect(numbers.count == 2)
    // Between commands the clock goes on; what is moved is from before the other was opened.
    let early = try program.run(
      [
        "move", "1", "--entry", "\(numbers[0])", "--to", "P-015", "--because", "wrong tab", "--by",
        "KO",
      ]
    )
    #expect(early.status != 0 && early.errors.contains("before S-"))
    try program.must("add", "-s", "1", "152/94", "88")
    try program.must("add", "-s", "1", "headache", "mild")
    let last = numbers[1] + 2
    let moved = try program.must(
      "move",
      "1",
      "--entry",
      "\(last)",
      "--entry",
      "#\(last + 1)",
      "--to",
      "P-015",
      "--because",
      "typed in the wrong tab",
      "--by",
      "KO"
    )
    #expect(moved.said.contains("152/94") && moved.said.contains("headache mild"))
    #expect(moved.said.contains("Sam Okafor") && moved.said.contains("Alex Rivera"))
    #expect(
      try program.must("timeline", "1").said.contains("#\(last), #\(last + 1) moved to session 2")
    )
  }

  @Test(arguments: [
    (["--to", "P-014", "--because", "x"], "is a session of P-014 already. Nothing was moved."),
    (["--to", "P-099", "--because", "x"], "There is no patient “P-099”."),
    (["--to", "P-015", "--because", " "], "The reason is empty."),
    (["--to", "P-015", "--because", "x", "--entry", "two"], "“two” is not an entry"),
    (["--to", "P-015", "--because", "x", "--entry", "2"], "P-015 has no open session"),
  ])
  func `what cannot be meant is refused, and nothing is changed`(
    _ options: [String],
    _ problem: String
  ) throws {
    defer { program.discard() }
    // Without the chart, which goes on by the minute.
    let before = try program.must("timeline", "1", "--format", "csv").output
    let outcome = try program.run(["move", "1", "--by", "LH"] + options)
    #expect(outcome.status != 0 && outcome.errors.contains(problem), "\(outcome.errors)")
    #expect(try program.must("timeline", "1", "--format", "csv").output == before)
    #expect(try program.must("sessions").said.contains("P-015") == false)
  }
}
