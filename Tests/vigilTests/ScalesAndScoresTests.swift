import Foundation
import Testing

/// Scales of the protocol, NEWS2 with what a person has to say for it, and the SpO2 scale of a session.
@Suite struct ScalesAndScoresTests {
  @Test func `an unknown scale is refused with the nearest name`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let outcome = try program("add", "scale phd-9 12")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("There is no scale “phd-9”."))
    #expect(outcome.errors.contains("Did you mean phq-9?"))
    #expect(try program.entryCount() == 1)
    let said = try program.must("add", "scale phq-9 12").said
    #expect(said.contains("PHQ-9") || said.contains("phq-9"))
    #expect(try program("add", "scale phq-9 28").status == 65)
  }

  @Test func `expected confusion is C's alone, and both totals are shown`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let said = try program.must("add", "118/76 70 98% rr 14 C expected ra t 36.6").said
    #expect(!said.contains("FLAGGED"), "\(said)")
    #expect(!said.contains("flag 1 raised"), "\(said)")
    #expect(said.contains("NEWS2 3 (0 without consciousness)"), "\(said)")
    let refused = try program("add", "118/76 70 98% V expected")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("only confusion (C) can be expected of the drug"))
    #expect(try program.entryCount() == 2)
    let report = try program.must("report", "1").said
    #expect(report.contains("0 (C expected)"), "\(report)")
  }

  @Test func `SpO2 is read on scale 2 where the prescriber decided so`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let start = "vigil start P-014 --protocol iv-0.5-40"
    try program.refuses([
      WrongUse(
        "\(start) --prescriber LH --spo2-scale 3",
        exits: 64,
        says: """
          “3” is no SpO2 scale of NEWS2. No session was opened.
          It is 1, or 2 for a target of 88 to 92% by the prescriber's decision: --spo2-scale 2
          """
      ),
      WrongUse(
        "\(start) --spo2-scale 2",
        exits: 64,
        says: """
          Who prescribed? No session was opened.
          Add --prescriber LH.
          """
      ),
    ])
    let opened = try program.shell("\(start) --prescriber LH --spo2-scale 2")
    #expect(opened.status == 0)
    #expect(opened.said.contains("scale 2"), "\(opened.said)")
    #expect(try program.must("add", "89%").lines(with: "raised").isEmpty)
    #expect(try !program.must("add", "83%").lines(with: "raised").isEmpty)
    try program.start("P-015", room: "9")
    #expect(try !program.must("add", "-s", "2", "89%").lines(with: "raised").isEmpty)
  }
}
