import Foundation
import Testing

/// A clinic's word that it uses a protocol, and sessions that are opened under no other.
@Suite struct AdoptionTests {
  @Test func `opens no session under an example until it is adopted, and says what to type`() throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("patient", "add", "P-014", "--birth-date", "1984-03-12")
    let start = "vigil start P-014 --protocol iv-0.5-40 --prescriber LH"
    try program.refuses([
      WrongUse(
        start,
        exits: 77,
        says: """
          Protocol iv-0.5-40 is an example until this clinic adopts it. No session was opened.
          Adopt it: vigil protocol adopt iv-0.5-40 --by CODE
          """
      )
    ])
    let adopted = try program.must("protocol", "adopt", "iv-0.5-40", "--by", "LH").said
    #expect(adopted.contains("iv-0.5-40 version 4 is adopted by LH "))
    #expect(adopted.contains("vigil start CODE --protocol iv-0.5-40"))
    // From then on what holds is the protocol's gates, not the adoption.
    let held = try program.shell(start)
    #expect(held.status == 77)
    #expect(held.errors.contains("gates hold. No session was opened."), "\(held.errors)")
    try program.clearGates(under: "iv-0.5-40")
    let opened = try program.shell(start)
    #expect(opened.status == 0, "\(opened.errors)")
    #expect(try program.must("report", "1").said.contains("adopted by LH"))
  }

  @Test func `adopting makes the record where there is none`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    #expect(program.recordBytes == nil)
    try program.must("protocol", "adopt", "im", "--by", "LH")
    #expect(program.recordBytes != nil)
    let list = try program.must("protocol", "list")
    #expect(list.lines(with: "im ").first?.contains("LH ") == true, "\(list.said)")
    #expect(list.lines(with: "iv-0.5-40").first?.contains("example") == true, "\(list.said)")
  }

  @Test func `the same text again adds nothing and says so`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.adoptExamples(gated: true)
    let before = program.recordBytes
    let again = try program.must("protocol", "adopt", "iv-0.5-40", "--by", "MB").said
    #expect(again.contains("iv-0.5-40 version 4 was adopted with this very text by LH "))
    #expect(again.contains("Nothing was added."))
    #expect(program.recordBytes == before)
  }

  @Test func `a changed text needs a version of its own`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.write(try program.example(id: "ours", version: "1"), to: "one.json")
    try program.write(
      try program.example(id: "ours", version: "1").replacing(
        "\"title\": \"Racemic",
        with: "\"title\": \"Our racemic"
      ),
      to: "other.json"
    )
    try program.adopt("one.json")
    try program.refuses([
      WrongUse(
        "vigil protocol adopt other.json --by LH",
        exits: 77,
        says: """
          Version 1 of protocol ours was adopted by LH with another text. Nothing was adopted.
          Give the changed file a version of its own, and adopt that.
          """
      )
    ])
  }

  @Test func `sessions are opened under the newest version, and keep the one they have`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.write(try program.example(id: "ours", version: "1"), to: "one.json")
    try program.adopt("one.json")
    try program.must("start", "P-014", "--protocol", "ours", "--prescriber", "LH")
    let second = try program.example(id: "ours", version: "2")
      .replacing("\"limit\": 180,", with: "\"limit\": 150,")
    try program.write(second, to: "two.json")
    try program.adopt("two.json")
    try program.must("start", "P-015", "--protocol", "ours", "--prescriber", "LH")
    #expect(try program.must("add", "-s", "1", "160/80").lines(with: "at or over 150").isEmpty)
    #expect(try !program.must("add", "-s", "2", "160/80").lines(with: "at or over 150").isEmpty)

    try program.must("end", "1")
    try program.refuses([
      WrongUse(
        "vigil start P-014 --protocol one.json --prescriber LH",
        exits: 77,
        says: """
          Version 1 of protocol ours is not the one that this clinic adopted last, which is version \
          2. No session was opened.
          Adopt it: vigil protocol adopt one.json --by CODE. Or open with the adopted one: --protocol ours
          """
      )
    ])
    // Each version stays readable, and an earlier one can be adopted again.
    #expect(try program.must("protocol", "show", "ours@1").said.hasPrefix("ours version 1"))
    #expect(try program.must("protocol", "show", "ours").said.hasPrefix("ours version 2"))
    let list = try program.must("protocol", "list").lines(with: "ours ")
    #expect(list.count == 2)
    #expect(list.last?.contains("replaced") == true)
    try program.must("protocol", "adopt", "ours@1", "--by", "MB", "--because", "for this test")
    try program.must("start", "P-014", "--protocol", "one.json", "--prescriber", "LH")
  }

  @Test func `what the check finds takes a reason, which is kept`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.write(try program.misnamed(), to: "ours.json")
    try program.refuses([
      WrongUse(
        "vigil protocol adopt ours.json --by LH",
        exits: 77,
        says: """
          Protocol ours has a finding:
            effects[0]: “sleep mild” ends in “mild”, which says how bad an effect is, or what became \
          of it. Choose a name without it: the grade is typed after the name.
          Nothing was adopted.
          Mend the file, or say why it is adopted as it is: --because '…'
          """
      )
    ])
    let adopted = try program.must(
      "protocol",
      "adopt",
      "ours.json",
      "--by",
      "LH",
      "--because",
      "seen by both of us"
    )
    #expect(adopted.said.contains("\nThe reason that is kept with it: seen by both of us\n"))
    #expect(try program.must("protocol", "show", "ours").said.contains("seen by both of us"))
    try program.write(try program.example(id: "ours", version: "9"), to: "sound.json")
    try program.refuses([
      WrongUse(
        "vigil protocol adopt sound.json --by LH --because 'no reason at all'",
        exits: 65,
        says: """
          Nothing was found in protocol ours, so it needs no reason. Nothing was adopted.
          Adopt it without --because.
          """
      )
    ])
  }

  @Test func `it is said what is replaced, and another drug or route takes a reason`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.adoptExamples(gated: true)
    try program.write(try program.example(id: "im", version: "5"), to: "mine.json")
    try program.refuses([
      WrongUse(
        "vigil protocol adopt mine.json --by LH",
        exits: 77,
        says: """
          Protocol im version 2, which this clinic adopted, is for ketamine intramuscular, and this \
          text is for ketamine intravenous. Nothing was adopted.
          Give it an id of its own, or say why it takes the other's place: --because '…'. vigil \
          protocol diff im@2 mine.json shows what differs.
          """
      )
    ])
    let adopted = try program.shell("vigil protocol adopt mine.json --by MB --because 'no pump'")
      .said
      .split(separator: "\n")
    #expect(adopted.count == 4)
    #expect(adopted.first?.hasPrefix("im version 5 is adopted by MB ") == true)
    #expect(adopted[1] == "The reason that is kept with it: no pump")
    #expect(adopted[2].hasPrefix("It replaces im version 2, adopted by LH on "))
    #expect(adopted[2].hasSuffix("; vigil protocol diff im@2 mine.json"))
    #expect(adopted[3] == "Sessions are opened under it: vigil start CODE --protocol im")
    try program.write(try program.example(id: "IM", version: "6"), to: "capitals.json")
    try program.refuses([
      WrongUse(
        "vigil protocol adopt capitals.json --by LH",
        exits: 77,
        says: """
          IM differs from the adopted protocol im only in its capitals. Nothing was adopted.
          For a new version of it, write im as the id; for another protocol, choose another id.
          """
      )
    ])
  }

  @Test func `on a full disk nothing is adopted, and nothing is told to be written on paper`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.adoptExamples(gated: true)
    try program.write(try program.example(id: "ours", version: "1"), to: "ours.json")
    let before = program.recordBytes
    // No file may grow beyond one block: a full disk, as the program sees it.
    let full = try program.shell(
      "trap '' XFSZ; ulimit -f 1; vigil protocol adopt ours.json --by LH"
    )
    #expect(full.status == 74)
    #expect(full.output == "")
    #expect(full.errors.hasPrefix("Nothing was adopted: the disk "), "\(full.errors)")
    #expect(full.errors.hasSuffix(".\nTry again.\n"), "\(full.errors)")
    #expect(program.recordBytes == before)
    let first = try program.shell(
      "trap '' XFSZ; ulimit -f 1; vigil protocol adopt im --by LH --record new.vigil"
    )
    #expect(first.status == 74)
    #expect(first.errors.hasPrefix("Nothing was adopted: the disk "), "\(first.errors)")
  }

  @Test func `somebody adopts it by name, and a file that is refused leaves no record`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.write("{}", to: "empty.json")
    try program.refuses([
      WrongUse(
        "env -u VIGIL_BY vigil protocol adopt iv-0.5-40",
        exits: 64,
        says: """
          Who adopts it for the clinic? Nothing was adopted.
          Add --by LH, or set VIGIL_BY.
          """
      ),
      WrongUse(
        "vigil protocol adopt empty.json",
        exits: 65,
        says: """
          empty.json:1:1: The key “schema” is missing.
          Correct it, then: vigil protocol check empty.json
          """
      ),
      WrongUse(
        "vigil protocol adopt esketamin-in",
        exits: 66,
        says: """
          There is no protocol “esketamin-in”.
          Did you mean esketamine-in? vigil protocol list shows all.
          """
      ),
      WrongUse(
        "vigil protocol adopt iv-0.5-40 --because ' '",
        exits: 65,
        says: "The reason is empty."
      ),
    ])
    #expect(program.recordBytes == nil)
  }

  @Test func `an import that opens a session follows the same rule`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("patient", "add", "P-014")
    try program.write("time,systolic,diastolic\n2026-01-05T13:20:00Z,120,80\n", to: "rows.csv")
    let typed = "vigil import csv rows.csv --patient P-014 --protocol im --zone UTC"
    try program.refuses([
      WrongUse(
        typed,
        exits: 77,
        says: """
          Protocol im is an example until this clinic adopts it. No session was opened.
          Adopt it: vigil protocol adopt im --by CODE
          """
      )
    ])
    try program.must("protocol", "adopt", "im", "--by", "LH")
    #expect(try program.shell(typed).status == 0)
  }

  @Test func `the example's record takes the examples as they are`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("demo", "--record", "demo.vigil")
    var there = program
    there.environment["VIGIL_RECORD"] = "demo.vigil"
    try there.clearGates(of: "DEMO-1", under: "esketamine-in")
    try there.must(
      "start",
      "DEMO-1",
      "--protocol",
      "esketamine-in",
      "--prescriber",
      "LH"
    )
    let list = try program.must("protocol", "list", "--record", "demo.vigil")
    #expect(list.lines(with: "example").count >= VigilProgram.examples.count)
  }
}

extension VigilProgram {
  /// The intravenous example as `ours`, with a limit that can never be broken.
  func doubtful() throws -> String {
    try example(id: "ours", version: "1").replacingOccurrences(
      of: #""comparison": "over", "limit": 200,"#,
      with: #""comparison": "over", "limit": 300,"#
    )
  }

  /// The intravenous example as `ours`, with an effect whose name ends in a grade.
  fileprivate func misnamed() throws -> String {
    try example(id: "ours", version: "1").replacingOccurrences(
      of: #""effects": ["unsafe behaviour"]"#,
      with: #""effects": ["sleep mild", "unsafe behaviour"]"#
    )
  }
}
