import Foundation
import Testing

/// `replay`: another protocol on the stored sessions.
@Suite struct TriedProtocolsTests {
  @Test func `says what a protocol would have flagged beside what was flagged`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openTwoSessions()
    let before = program.recordBytes
    let same = try JSONOutput(
      program.must("replay", "--protocol", "iv-0.5-40", "--format", "json").output
    )
    #expect(same["schema"] as? String == "vigil/replay/1")
    let said = try program.must("replay", "--protocol", "ours.json").said
    // 165/80 breaks 160 and not 180; the answer names the rule, the session and the patient.
    #expect(said.contains("bp.sys.crit"), "\(said)")
    #expect(said.contains(VigilProgram.label(1)), "\(said)")
    #expect(!said.contains(VigilProgram.label(2)), "\(said)")
    #expect(program.recordBytes == before)
  }

  @Test func `gained and lost flags are counted by rule in every format`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openTwoSessions()
    let outcome = try program.must("replay", "--protocol", "ours.json", "--format", "json")
    #expect(outcome.errors == "")
    let json = try JSONOutput(outcome.output)
    let rule = try #require(json.objects("rules").first { $0["rule"] as? String == "bp.sys.crit" })
    #expect(rule["gained"] as? Int == 1)
    #expect(rule["lost"] as? Int == 0)
    let csv = try program.must("replay", "--protocol", "ours.json", "--format", "csv").output
    #expect(csv.contains("bp.sys.crit"))
    #expect(csv.split(separator: "\r\n").count >= 2)
  }

  @Test func `looks at the sessions that are asked for`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openTwoSessions()
    func sessions(_ options: String...) throws -> Int? {
      let outcome = try program.run(
        ["replay", "--protocol", "ours.json", "--format", "json"] + options
      )
      return try JSONOutput(outcome.output)["sessions"] as? Int
    }
    #expect(try sessions() == 2)
    #expect(try sessions("--since", "2000-01-01") == 2)
    #expect(try sessions("--since", "2100-01-01") == 0)
    #expect(try sessions("--of", "iv-0.5-40") == 2)
    #expect(try sessions("--of", "iv-0.5-40", "--since", "2100-01-01") == 0)
  }

  @Test func `shows how far it is on a terminal, and nowhere else`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openTwoSessions()
    #expect(try program.must("replay", "--protocol", "ours.json").errors == "")
    guard try program.hasTerminals() else {
      try Test.cancel("script(1) cannot make a terminal here")
    }
    let shown = try program.terminal("vigil replay --protocol ours.json > out").output
    #expect(shown.contains("2 of 2 sessions looked at, 100%"), "\(shown)")
    #expect(shown.contains("\r\u{1B}[K"))
    #expect(try program.shell("cat out").said.contains("bp.sys.crit"))
  }

  @Test func `says that the sessions are of more than one drug or route`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openTwoSessions()
    try program.must("patient", "add", "P-016")
    try program.must("start", "P-016", "--protocol", "esketamine-in", "--prescriber", "LH")
    let mixed = try program.must("replay", "--protocol", "iv-0.5-40")
    #expect(
      mixed.errors
        == "These sessions are of more than one drug or route: 2 of ketamine intravenous, 1 of "
        + "esketamine intranasal. --of ID takes those under one protocol: esketamine-in, iv-0.5-40.\n"
    )
    let one = try program.must("replay", "--protocol", "iv-0.5-40", "--of", "esketamine-in")
    #expect(one.errors == "")
    #expect(one.said.contains("1 stored session"))
  }

  @Test func `refuses what it cannot try`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openTwoSessions()
    try program.write("{}", to: "empty.json")
    try program.refuses([
      WrongUse(
        "vigil replay --protocol iv-0.5-4",
        exits: 66,
        says: """
          There is no protocol “iv-0.5-4”.
          Did you mean iv-0.5-40? vigil protocol list shows all.
          """
      ),
      WrongUse(
        "vigil replay --protocol empty.json",
        exits: 65,
        says: """
          empty.json:1:1: The key “schema” is missing.
          Correct it, then: vigil protocol check empty.json
          """
      ),
      WrongUse(
        "vigil replay --protocol im --of nope",
        exits: 66,
        says: """
          No session was opened under protocol “nope”.
          Sessions were opened under: iv-0.5-40.
          """
      ),
      WrongUse(
        "vigil replay --protocol im --since yesterday",
        exits: 64,
        says: """
          --since “yesterday” is not a date or a time.
          Write 2026-11-19 or 2026-11-19T14:05:00+01:00.
          """
      ),
    ])
  }
}

extension VigilProgram {
  /// Two sessions, the first of them with 165/80, and `ours.json`, in which the limit is 160.
  fileprivate func openTwoSessions() throws {
    try openSession()
    try start("P-015", room: "9")
    try must("add", "-s", "1", "165/80 72 98%")
    try must("add", "-s", "2", "120/80 72 98%")
    try write(
      try example(id: "ours", version: "1").replacing("\"limit\": 180,", with: "\"limit\": 160,"),
      to: "ours.json"
    )
  }
}
