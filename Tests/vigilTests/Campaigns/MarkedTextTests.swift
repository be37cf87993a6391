import Testing

/// A letter may carry marks, and a text no more of them than a text is long.
@Suite struct MarkedTextTests {
  @Test func `thousands of marks on a few letters are too long a text`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let tower = String(repeating: "e" + String(repeating: "\u{301}", count: 30), count: 100)
    let outcome = try program.run(["patient", "add", "P-001", "--name", tower, "--no-input"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("500"))
  }

  @Test func `a name of many marked letters is one`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let name = String(repeating: "e\u{302}\u{301}", count: 120)
    let added = try program.run(["patient", "add", "P-001", "--name", name, "--no-input"])
    #expect(added.status == 0, "\(added.errors)")
  }

  @Test func `nobody is named by a code that looks like another's`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let outcome = try program.run([
      "clinician", "add", "KO\u{200D}", "--name", "Made Up", "--by", "LH",
    ])
    #expect(outcome.status != 0)
    #expect(outcome.errors.hasPrefix("“KO<U+200D>” cannot be a clinician"), "\(outcome.errors)")
  }
}
