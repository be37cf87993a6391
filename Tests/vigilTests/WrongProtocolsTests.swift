import Foundation
import Testing

/// Protocols that are not there, and files that are none.
@Suite struct WrongProtocolsTests {
  @Test func `refuses a protocol or file that is not there or cannot be read`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.refuses([
      WrongUse(
        "vigil protocol show esketamin-in",
        exits: 66,
        says: """
          There is no protocol “esketamin-in”.
          Did you mean esketamine-in? vigil protocol list shows all.
          """
      ),
      WrongUse(
        "vigil protocol check nonsense",
        exits: 66,
        says: """
          There is no protocol “nonsense”.
          vigil protocol list shows all; a file is named by its path.
          """
      ),
      WrongUse("vigil protocol check ours.json", exits: 66, says: "There is no file ours.json."),
      WrongUse("vigil protocol check .", exits: 65, says: ". cannot be read: it is a folder."),
      WrongUse(
        "vigil protocol check /proc/self/mem",
        exits: 65,
        says: "/proc/self/mem cannot be read: Input/output error."
      ),
      WrongUse(
        "head -c 1000001 /dev/zero > big.json; vigil protocol check big.json",
        exits: 65,
        says: "big.json is larger than 1 MB."
      ),
    ])
  }

  @Test func `refuses a protocol file with its place and what was expected`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let built = try program.must("protocol", "show", "iv-0.5-40", "--raw").output
    try program.write(
      built.replacingOccurrences(
        of: #""version": "4","#,
        with: #""version": "4", "version": "5","#
      ),
      to: "twice.json"
    )
    try program.write(
      built.replacingOccurrences(of: #""version": "4","#, with: #""version": 1,"#),
      to: "number.json"
    )
    try program.write(
      built.replacingOccurrences(of: #""baseline":"#, with: #""base":"#),
      to: "unknown.json"
    )
    try program.write(String(built.dropLast(4)), to: "cut.json")
    try program.write("", to: "empty.json")
    func correct(_ file: String) -> String { "Correct it, then: vigil protocol check \(file)" }
    try program.refuses([
      WrongUse(
        "vigil protocol check twice.json",
        exits: 65,
        says: """
          twice.json:4:19: version: This key is given twice.
          \(correct("twice.json"))
          """
      ),
      WrongUse(
        "vigil protocol check number.json",
        exits: 65,
        says: """
          number.json:4:14: version: Expected a text in quotation marks, found 1.
          \(correct("number.json"))
          """
      ),
      WrongUse(
        "vigil protocol check unknown.json",
        exits: 65,
        says: """
          unknown.json:24:3: base: Unknown key; expected baseline.
          \(correct("unknown.json"))
          """
      ),
      WrongUse(
        "vigil protocol check empty.json",
        exits: 65,
        says: """
          empty.json:1:1: Expected a value, found the end of the text.
          \(correct("empty.json"))
          """
      ),
    ])
    let cut = try program("protocol", "check", "cut.json")
    #expect(cut.status == 65)
    #expect(cut.errors.contains("found the end of the text"))
  }

  @Test func `opens no session under a protocol file that is refused`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.write("{}", to: "ours.json")
    let before = program.recordBytes
    let outcome = try program("start", "P-014", "--protocol", "ours.json", "--prescriber", "LH")
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("ours.json:1:1: "))
    #expect(outcome.output == "")
    #expect(program.recordBytes == before)
  }
}
