import Foundation
import Testing

/// What is asked before a session, typed through the program itself.
@Suite struct GatesTests {
  private func program(but gates: [String], under name: String = "iv-0.5-40") throws -> VigilProgram
  {
    let program = try VigilProgram()
    try program.addScreened(but: gates, under: name)
    return program
  }

  private func start(
    _ program: VigilProgram,
    under name: String = "iv-0.5-40",
    _ options: String...
  ) throws -> VigilProgram.Outcome {
    try program.run(
      ["start", "P-014", "--protocol", name, "--by", "KO", "--prescriber", "LH", "--weight", "72"]
        + options
    )
  }

  private func decisions(_ program: VigilProgram) throws -> [[String: Any]] {
    let report = try JSONOutput(program.must("report", "1", "--format", "json").output)
    return report["screening", "decisions"] as? [[String: Any]] ?? []
  }

  @Test func `opens where everything is on file, and says so`() throws {
    let program = try program(but: [])
    defer { program.discard() }
    let shown = try program("screening", "P-014", "--protocol", "iv-0.5-40")
    #expect(shown.status == 0, "\(shown.said)")
    #expect(shown.said.contains("None holds."))
    let opened = try start(program)
    #expect(opened.status == 0, "\(opened.errors)")
    #expect(opened.said.contains("gates, none holds"))
    let report = try program.must("report", "1").said
    #expect(report.contains("Screening before the dose"))
    #expect(!report.contains("GATE OVERRIDDEN"))
  }

  @Test func `is refused with what holds and what to type, and that works`() throws {
    let program = try program(but: ["glaucoma", "urinary"])
    defer { program.discard() }
    #expect(try program("screening", "P-014", "--protocol", "iv-0.5-40").status == 1)
    let refused = try start(program)
    #expect(refused.status == 77)
    for words in [
      "2 gates hold. No session was opened.", "glaucoma (hard): ", ": not asked",
      "vigil screening P-014 --protocol iv-0.5-40 --by KO", "--override 'glaucoma=why'",
      "--confirm 'urinary=why'",
    ] {
      #expect(refused.errors.contains(words), "\(words) is not in: \(refused.errors)")
    }
    let opened = try start(
      program,
      "--override",
      "glaucoma=treated, letter of 2 Nov",
      "--read-back",
      "--confirm",
      "urinary"
    )
    #expect(opened.status == 0, "\(opened.errors)")
    #expect(opened.said.contains("COUNTERSIGNATURE OPEN"))
  }

  @Test func `an override stands in the head of the report in every form`() throws {
    let program = try program(but: ["glaucoma"])
    defer { program.discard() }
    #expect(
      try start(program, "--override", "glaucoma=treated, letter of 2 Nov", "--read-back").status
        == 0
    )
    for format in ["text", "html"] {
      let shown = try program.must("report", "1", "--format", format).said
      for words in [
        "GATE OVERRIDDEN", "glaucoma (hard: not asked)", "decided by LH",
        "by telephone, read back by KO", "treated, letter of 2 Nov", "COUNTERSIGNATURE OPEN",
      ] {
        #expect(shown.contains(words), "\(format): \(words)")
      }
    }
    var screening = try decisions(program)
    #expect(screening.first?["byTelephone"] as? Bool == true)
    #expect(screening.first?["countersigned"] is NSNull)

    #expect(try program("countersign", "1", "--by", "MB").status == 77)
    let signed = try program("countersign", "1", "--by", "LH", "as discussed")
    #expect(signed.status == 0, "\(signed.errors)")
    #expect(try program("countersign", "1", "--by", "LH").status == 66)
    screening = try decisions(program)
    let by = (screening.first?["countersigned"] as? [String: Any])?["by"] as? String
    #expect(by == "LH")
    let report = try program.must("report", "1").said
    #expect(report.contains("countersigned by LH"))
    #expect(!report.contains("COUNTERSIGNATURE OPEN"))
  }

  @Test func `a file of answers is taken whole or not at all`() throws {
    let program = try program(but: ["glaucoma", "mania"])
    defer { program.discard() }
    try program.write("// today\nglaucoma no\nmanai no\n", to: "answers.txt")
    let options = ["screening", "P-014", "--protocol", "iv-0.5-40", "--answers", "answers.txt"]
    let refused = try program.run(options)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("Line 3, “manai no”"))
    #expect(refused.errors.contains("Did you mean mania?"))
    let shown = try program("screening", "P-014", "--protocol", "iv-0.5-40").said
    #expect(shown.contains("2 gates hold: glaucoma (hard), mania (hard)."))

    try program.write("// today\nglaucoma no\nmania unknown -- call the GP\n", to: "answers.txt")
    let stored = try program.run(options)
    #expect(stored.status == 1)
    #expect(stored.said.contains("2 answers recorded in the course of P-014"))
    #expect(stored.said.contains("unknown (call the GP), self-report"))
    let opened = try start(program, "--answers", "answers.txt")
    #expect(opened.status == 77)
    #expect(opened.errors.contains("1 gate holds"))
    try program.write("mania no\n", to: "answers.txt")
    #expect(try start(program, "--answers", "answers.txt", "--source", "record").status == 0)
  }

  @Test func `says that a limit holds, when to repeat, and that a dose was given over it`() throws {
    let program = try program(but: [])
    defer { program.discard() }
    #expect(try start(program).status == 0)
    let held = try program.must("add", "146/88", "72").said
    #expect(held.contains("HOLD: systolic over 140"))
    #expect(held.contains("repeat after 5 min rest, from"))
    let given = try program.must("add", "ketamine 36 mg iv over 40 min").said
    #expect(given.contains("HOLD: given"))
    #expect(given.contains("and no decision is recorded"))
    #expect(given.contains("vigil override S-"))
    let report = try program.must("report", "1").said
    #expect(report.contains("GIVEN OVER A HOLDING GATE"))
    #expect(report.contains("no decision recorded"))

    let override = ["override", "1", "hold", "--because", "anxious, 128/82 at home"]
    #expect(try program.run(override).status == 64)
    #expect(try program.run(override + ["--prescriber", "LH"]).status == 64)
    let decided = try program.run(override + ["--prescriber", "LH", "--read-back"])
    #expect(decided.status == 0, "\(decided.errors)")
    #expect(!decided.said.contains("HOLD:"))
    #expect(try program.must("report", "1").said.contains("decided only afterwards"))
  }

  @Test func `holds again where it is further over, and says about what was decided`() throws {
    let program = try program(but: [])
    defer { program.discard() }
    #expect(try start(program).status == 0)
    // Six minutes ago, so that the time for the repeat has come.
    try program.must("add", "@-6m", "146/88", "72")
    let override = ["override", "1", "hold", "--prescriber", "LH", "--read-back", "--because"]
    #expect(try program.run(override + ["anxious"]).status == 0)
    let again = try program.must("add", "152/88", "72").said
    #expect(again.contains("HOLD: systolic over 140 mmHg before the start: 152"), "\(again)")
    #expect(again.contains("further than what LH decided about in"), "\(again)")
    #expect(try program.run(override + ["152, asked again"]).status == 0)
    let report = try program.must("report", "1").said
    for words in ["before the start: 146 mmHg at", "before the start: 152 mmHg at"] {
      #expect(report.contains(words), "\(words) is not in: \(report)")
    }
    let ended = try program.must("end", "1", "--decided-by", "LH").said
    #expect(ended.contains("countersignature open: LH by telephone about hold"), "\(ended)")
    #expect(ended.contains("vigil countersign S-"))
    let tasks = try program("followups")
    #expect(tasks.said.contains("countersign"), "\(tasks.said)")
    try program.must("countersign", "1", "--by", "LH")
    #expect(try !program("followups").said.contains("countersign"))
  }

  @Test func `says where help is sent to in a remote session, and keeps it out of the log`() throws
  {
    let program = try program(but: [], under: "sl-remote")
    defer { program.discard() }
    let help = "Send help to: Example St 1; call 112."
    func said(_ outcome: VigilProgram.Outcome) -> String {
      outcome.said.replacing("\u{A0}", with: " ")
    }
    let opened = try start(program, under: "sl-remote", "--setting", "telehealth")
    #expect(said(opened).contains(help), "\(opened.said)\(opened.errors)")
    #expect(try said(program.must("status")).contains(help))
    #expect(try said(program.must("add", "not breathing")).contains(help))
    #expect(try !said(program.must("add", "120/80", "72")).contains(help))
    #expect(try !said(program.must("report", "1", "--format", "json")).contains("Example St 1"))
  }

  @Test func `counts no answer that was not asked`() throws {
    let program = try program(but: ["glaucoma", "mania"])
    defer { program.discard() }
    try program.write("glaucoma no\nmania not asked\n", to: "answers.txt")
    let stored = try program(
      "screening",
      "P-014",
      "--protocol",
      "iv-0.5-40",
      "--answers",
      "answers.txt"
    )
    #expect(stored.said.contains("1 answer recorded in the course of P-014"), "\(stored.said)")
    #expect(stored.said.contains("; 1 not asked."))
    #expect(stored.said.contains("add to vigil start: --prescriber LH --override 'mania=why'"))
  }

  @Test func `a score that a session would flag says that a course does not`() throws {
    let program = try program(but: [])
    defer { program.discard() }
    let flagged = try program.must("course", "score", "P-014", "c-ssrs 4").said
    #expect(flagged.contains("C-SSRS screener 4/6, high"))
    #expect(flagged.contains("The protocol flags this in a session: "), "\(flagged)")
    #expect(flagged.contains("a course raises no flag."))
    #expect(try !program.must("course", "score", "P-014", "c-ssrs 1").said.contains("flags this"))
    let items = try program.must("course", "score", "P-014", "phq-9 items 0 0 0 0 0 0 0 0 2").said
    #expect(items.contains("item 9"), "\(items)")
    let shown = try program("screening", "P-014", "--protocol", "iv-0.5-40").said
    #expect(shown.contains("PHQ-9 item 9 2 on"), "\(shown)")
  }

  @Test(arguments: ["chaperone", "supervising-clinician", "cuff", "oximeter"])
  func `opens no remote session without what is required`(gate: String) throws {
    let program = try program(but: [gate], under: "sl-remote")
    defer { program.discard() }
    let refused = try start(
      program,
      under: "sl-remote",
      "--setting",
      "telehealth",
      "--override",
      "\(gate)=known for years",
      "--read-back"
    )
    #expect(refused.status == 77)
    #expect(refused.errors.contains("\(gate) is required: there is no session without it"))
    let plain = try start(program, under: "sl-remote", "--setting", "telehealth")
    #expect(plain.errors.contains("  \(gate) (required): "))
    let words = ["cuff", "oximeter"].contains(gate) ? "" : " -- D. Example"
    try program.write("\(gate) yes\(words)\n", to: "answers.txt")
    let opened = try start(
      program,
      under: "sl-remote",
      "--setting",
      "telehealth",
      "--answers",
      "answers.txt"
    )
    #expect(opened.status == 0, "\(opened.errors)")
  }

  @Test func `opens a session from paper as of then, and holds nothing`() throws {
    let program = try program(but: ["glaucoma"])
    defer { program.discard() }
    #expect(try start(program, "--from-paper").status == 64)
    #expect(try start(program, "--opened", "2026-01-03 09:00").status == 64)
    let opened = try start(program, "--from-paper", "--opened", "2026-01-03 09:00")
    #expect(opened.status == 0, "\(opened.errors)")
    #expect(opened.said.contains("session opened 2026-01-03 09:00"))
    #expect(try program.must("report", "1").said.contains("no decision recorded"))
  }

  @Test func `shows the same as a document`() throws {
    let program = try program(but: ["glaucoma"])
    defer { program.discard() }
    let shown = try program("screening", "P-014", "--protocol", "iv-0.5-40", "--format", "json")
    #expect(shown.status == 1)
    let document = try JSONOutput(shown.output)
    #expect(document["schema"] as? String == "vigil/screening/1")
    #expect(document["holds"] as? Bool == true)
    let holding = document.objects("gates").filter { $0["holds"] as? Bool == true }
    #expect(holding.map { $0["gate"] as? String } == ["glaucoma"])
    #expect(holding.first?["answer"] as? String == "not asked")
  }
}
