import Testing

@testable import vigil

/// What was typed is said back, and never acts on the terminal.
struct SaidBackTests {
  private let typed = "x\u{1B}[2J\u{202E}evil\u{200B}\nSESSION CLOSED"

  @Test func `a message has no line that was typed into it, and nothing that acts`() {
    let said = SaidBack(["report", typed]).message(
      "There is no session “\(typed)”.\nvigil sessions lists all."
    )
    #expect(
      said == """
        There is no session “x<U+001B>[2J<U+202E>evil<U+200B>\\nSESSION CLOSED”.
        vigil sessions lists all.
        """
    )
  }

  @Test func `a part of what was typed begins no line either`() {
    let said = SaidBack(["--out=\(typed)/x.txt"]).message(
      "evil\u{200B}\nSESSION CLOSED/x.txt is there."
    )
    #expect(said == "evil<U+200B>\\nSESSION CLOSED/x.txt is there.")
  }

  @Test func `blank lines that were typed begin none, and those of an answer stay`() {
    let blank = SaidBack(["x\n\n\nSESSION CLOSED", "\n\n"])
    #expect(
      blank.message("“x\n\n\nSESSION CLOSED”\n\nMore.") == "“x\\n\\n\\nSESSION CLOSED”\n\nMore."
    )
    #expect(
      blank.answer("\n\nSESSION CLOSED is there.\n\nMore.")
        == "\\n\\nSESSION CLOSED is there.\n\nMore."
    )
  }

  @Test
  func `separators of lines that are none here are written out, also where there is nothing else`()
  {
    let said = SaidBack(["--out", "\u{2028}\u{2029}"]).answer(
      "\u{2028}\u{2029} is written.\n\nMore."
    )
    #expect(said == "<U+2028><U+2029> is written.\n\nMore.")
  }

  @Test func `what stands behind an equals sign may begin with a line break, and begins no line`() {
    let said = SaidBack(["--width=\nSESSION CLOSED"]).message(
      "The value '\nSESSION CLOSED' is none.\nSee --help."
    )
    #expect(said == "The value '\\nSESSION CLOSED' is none.\nSee --help.")
  }

  @Test func `an answer keeps its own colours`() {
    let said = SaidBack(["--out=\(typed)"]).answer(
      "\u{1B}[1m▲1\u{1B}[0m \(typed) is written.\nMore."
    )
    #expect(
      said
        == "\u{1B}[1m▲1\u{1B}[0m x<U+001B>[2J<U+202E>evil<U+200B>\\nSESSION CLOSED is written.\nMore."
    )
  }

  @Test func `what is harmless is left as it is`() {
    let text = "Müller, 中文: 36.8 °C.\n\n▲2 flag"
    #expect(SaidBack(["add", "note", "Müller"]).message(text) == text)
    #expect(SaidBack(["add", "note", "Müller"]).answer(text) == text)
  }

  @Test func `the program says back neither an argument nor its environment as it is`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    let calls = [
      [typed], ["--\(typed)"], ["report", typed], ["report", "1", "--format", typed],
      ["add", "--by", typed, "hr 80"], ["add", "--id", typed, "hr 80"], ["backup", "\(typed)/x"],
      ["sessions", "--record", typed], ["protocol", "check", typed], ["flags", "--since", typed],
    ]
    for call in calls {
      let outcome = try program.run(call)
      #expect(outcome.status != 0)
      expectHarmless(outcome.output + outcome.errors, call)
    }
    program.environment["VIGIL_RECORD"] = typed
    program.environment["VIGIL_BY"] = typed
    let outcome = try program.run(["sessions"])
    expectHarmless(outcome.output + outcome.errors, ["sessions"])
  }

  private func expectHarmless(_ said: String, _ call: [String]) {
    #expect(!said.isEmpty)
    #expect(!said.contains("\nSESSION CLOSED"), "\(call)")
    #expect(
      !said.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{200B}" }
    )
  }
}
