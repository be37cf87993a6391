import Foundation
import Testing

/// A clinic's own file: made, checked and compared.
@Suite struct ProtocolFilesTests {
  @Test func `a new file is commented, is what was asked for, and has no finding`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    for (id, from) in [("our-own", nil)] + VigilProgram.examples.map({ ("our-\($0)", $0) }) {
      let source = from.map { ["--from", $0] } ?? []
      let said = try program.run(["protocol", "new", id] + source)
      #expect(said.status == 0, "\(said.errors)")
      #expect(said.output.contains("vigil protocol check \(id).json"))
      let check = try program.run(["protocol", "check", "\(id).json"])
      #expect(check.status == 0, "\(check.output)\(check.errors)")
      #expect(check.output.contains("\(id) version 1 can be used"))
      let text = try program.shell("cat \(id).json").output
      #expect(text.contains("\"//"), "\(id)")
    }
    #expect(program.recordBytes == nil)
  }

  @Test func `a new file goes where it is told, and over no other`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("protocol", "new", "ours", "--out", "first.json")
    let first = try program.shell("cat first.json").output
    try program.write("kept", to: "second.json")
    try program.refuses([
      WrongUse(
        "vigil protocol new ours --out first.json",
        exits: 73,
        says: """
          There is already a file first.json. Nothing was written.
          Name another with --out.
          """
      ),
      WrongUse(
        "vigil protocol new other --out second.json",
        exits: 73,
        says: """
          There is already a file second.json. Nothing was written.
          Name another with --out.
          """
      ),
      WrongUse(
        "vigil protocol new ours --out nowhere/ours.json",
        exits: 73,
        says: "nowhere/ours.json cannot be written: there is no such folder."
      ),
      WrongUse(
        "vigil protocol new 'our own'",
        exits: 64,
        says: """
          “our own” cannot be a protocol's id. Nothing was written.
          Use 1 to 64 letters, digits, -, _ or ., as: vigil protocol new our-iv --from iv-0.5-40
          """
      ),
      WrongUse(
        "vigil protocol new im",
        exits: 64,
        says: """
          im is the id of an example that comes with Vigil. Nothing was written.
          Choose another, as: vigil protocol new our-im --from im
          """
      ),
      WrongUse(
        "vigil protocol new ours --from esketamin-in",
        exits: 66,
        says: """
          There is no protocol “esketamin-in”.
          Did you mean esketamine-in? vigil protocol list shows all.
          """
      ),
    ])
    #expect(try program.shell("cat first.json").output == first)
    #expect(try program.shell("cat second.json").output == "kept")
    #expect(try program.shell("ls").output.split(separator: "\n").contains("im.json") == false)
  }

  @Test func `check exits with 0, with 1 where it finds something, and with 65`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    for example in VigilProgram.examples {
      let outcome = try program.run(["protocol", "check", example])
      #expect(outcome.status == 0, "\(example): \(outcome.output)")
      #expect(outcome.errors == "")
    }
    try program.write(
      try program.doubtful().replacingOccurrences(
        of: #""effects": ["#,
        with: #""effects": ["very severe", "#
      ),
      to: "ours.json"
    )
    let found = try program.run(["protocol", "check", "ours.json"])
    #expect(found.status == 1)
    #expect(found.errors == "")
    #expect(found.said.contains("ours.json: ours version 1 can be used"))
    // Every finding, those of the rules and those of what cannot be typed.
    #expect(found.said.contains("3 findings"), "\(found.said)")
    #expect(found.said.contains("bp.extreme.sys"))
    #expect(found.said.contains("the highest systolic pressure that there can be is 300 mmHg"))
    #expect(found.said.contains("very severe"))
    try program.write("{", to: "cut.json")
    #expect(try program("protocol", "check", "cut.json").status == 65)
    // A check needs no record, and reads a file whatever is with it.
    try program.write("no record", to: "record.vigil")
    #expect(try program("protocol", "check", "ours.json").status == 1)
  }

  @Test func `check says the same as JSON`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.write(try program.doubtful(), to: "ours.json")
    let outcome = try program.run(["protocol", "check", "ours.json", "--format", "json"])
    #expect(outcome.status == 1)
    let json = try JSONOutput(outcome.output)
    #expect(json["schema"] as? String == "vigil/protocol-check/1")
    #expect(json["protocol", "id"] as? String == "ours")
    let findings = json.objects("findings")
    #expect(findings.map { $0["path"] as? String } == ["bp.extreme.sys", "bp.extreme.sys"])
    #expect((findings.first?["problem"] as? String)?.hasPrefix("It can never fire: ") == true)
    #expect(findings.first?["remedy"] is String)
    let clean = try JSONOutput(
      program.must("protocol", "check", "iv-0.5-40", "--format", "json").output
    )
    #expect(clean.objects("findings").isEmpty)
  }

  @Test func `diff says in words what another protocol does otherwise`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.adoptExamples()
    try program.write(
      try program.example(id: "iv-0.5-40", version: "4")
        .replacing("\"limit\": 180,", with: "\"limit\": 170,"),
      to: "ours.json"
    )
    let said = try program.must("protocol", "diff", "iv-0.5-40@4", "ours.json").said
    let changed = said.split(separator: "\n").filter { $0.contains("bp.sys.crit") }
    #expect(changed.count == 1, "\(said)")
    #expect(changed.first?.contains("180 mmHg → 170 mmHg") == true, "\(said)")
    #expect(!said.contains("bp.dia.crit"))
    #expect(try program.must("protocol", "diff", "im", "im").said.contains("They are the same."))
    let json = try JSONOutput(
      program.must("protocol", "diff", "iv-0.5-40", "ours.json", "--format", "json").output
    )
    #expect(json["same"] as? Bool == false)
    #expect(json.objects("differences").map { $0["id"] as? String } == ["bp.sys.crit"])
  }
}
