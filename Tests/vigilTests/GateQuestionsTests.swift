import Foundation
import Testing

/// What `screening --by` and `start` ask of whoever sits at the terminal.
@Suite struct GateQuestionsTests {
  private func prepared(but gates: [String]) throws -> VigilProgram {
    let program = try VigilProgram()
    try program.addScreened(but: gates)
    guard try program.hasTerminals() else {
      program.discard()
      try Test.cancel("script(1) cannot make a terminal here")
    }
    return program
  }

  private func answers(_ program: VigilProgram) throws -> [String: String] {
    let shown = try program("screening", "P-014", "--protocol", "iv-0.5-40", "--format", "json")
    return try Dictionary(
      uniqueKeysWithValues: JSONOutput(shown.output).objects("gates").map {
        ($0["gate"] as? String ?? "", $0["answer"] as? String ?? "")
      }
    )
  }

  @Test func `asks for what was not asked, again where it is no answer, and for words`() throws {
    let program = try prepared(but: ["glaucoma", "mania", "escort"])
    defer { program.discard() }
    let screening = "vigil screening P-014 --protocol iv-0.5-40"
    let outcome = try program.terminal(
      "\(screening) --by LH",
      typed: "maybe\nn\nu\ny\nyes\nsister, A. Meier\n"
    )
    for words in [
      "Alex Rivera, P-014: before the dose.", "Type y, n or u, or Enter alone.",
      "who or what?", "Say it in words, or Enter alone.", "3 answers recorded",
      "yes (sister, A. Meier), self-report", "entered by LH",
    ] {
      #expect(outcome.output.contains(words), "\(words) in \(outcome.output)")
    }
    #expect(outcome.output.components(separatedBy: "[y/n/u, Enter: not asked]").count == 5)
    let stored = try answers(program)
    #expect(stored["glaucoma"] == "no")
    #expect(stored["mania"] == "unknown")
    #expect(stored["escort"] == "yes")
    // What still holds is asked again beside its answer, which Enter keeps.
    let again = try program.terminal("\(screening) --by LH", typed: "\n")
    #expect(again.output.components(separatedBy: "[y/n/u, Enter: ").count == 2)
    #expect(again.output.contains("so far unknown"), "\(again.output)")
    #expect(try answers(program) == stored)
  }

  @Test func `assumes nothing where nothing is answered, and asks nobody who is not there`() throws
  {
    let program = try prepared(but: ["glaucoma", "mania"])
    defer { program.discard() }
    let before = program.recordBytes
    let screening = "vigil screening P-014 --protocol iv-0.5-40"
    let outcome = try program.terminal("\(screening) --by LH; echo status $?", typed: "\n\n")
    #expect(outcome.output.components(separatedBy: "[y/n/u, Enter: not asked]").count == 3)
    #expect(outcome.output.contains("status 1"))
    for line in [
      screening, "\(screening) --by LH < /dev/null", "\(screening) --by LH | cat",
      "\(screening) --by LH --format json",
    ] {
      let quiet = try program.terminal(line, typed: "n\nn\n")
      #expect(!quiet.output.contains("[y/n/u"), "\(line): \(quiet.output)")
    }
    #expect(program.recordBytes == before)
  }

  @Test func `opens with what is answered, and with what is confirmed on being asked`() throws {
    let program = try prepared(but: ["glaucoma", "urinary"])
    defer { program.discard() }
    let start = "vigil start P-014 --protocol iv-0.5-40 --by KO --prescriber LH"
    // A hard gate that is not answered holds, and nothing can be confirmed over it.
    let held = try program.terminal("\(start); echo status $?", typed: "\nn\n")
    #expect(held.output.contains("status 77"), "\(held.output)")
    #expect(held.output.contains("1 answer is kept in the course of P-014."))
    #expect(!held.output.contains("go on knowing it?"))
    #expect(try answers(program)["urinary"] == "no")

    try program.write("urinary yes\n", to: "answers.txt")
    let screening = "vigil screening P-014 --protocol iv-0.5-40 --answers answers.txt"
    #expect(try program.shell(screening).status == 1)
    let declined = try program.terminal("\(start); echo status $?", typed: "n\n\nn\n")
    #expect(declined.output.contains("go on knowing it? [y/n]"), "\(declined.output)")
    #expect(declined.output.contains("status 77"))
    let opened = try program.terminal("\(start); echo status $?", typed: "\ny\n")
    #expect(opened.output.contains("status 0"), "\(opened.output)")
    let report = try JSONOutput(program.must("report", "1", "--format", "json").output)
    let decisions = try #require(report["screening", "decisions"] as? [[String: Any]])
    #expect(decisions.count == 1)
    #expect(
      try String(
        decoding: JSONSerialization.data(withJSONObject: decisions),
        as: UTF8.self
      ).contains("urinary")
    )
  }
}
