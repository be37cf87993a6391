import Testing

/// What is stored although it is at odds with what was entered before, and what is said of it.
@Suite struct AtOddsTests {
  private func session() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.openSession()
    return program
  }

  @Test func `says that an infusion of the drug is running already`() throws {
    let program = try session()
    defer { program.discard() }
    let first = try program.must("add", "@-10m ketamine 36 mg iv over 40 min").said
    #expect(!first.contains("running already"), "\(first)")
    let second = try program.must("add", "ketamine 36 mg iv over 40 min").said
    #expect(second.contains("An infusion of ketamine is running already (#2)"), "\(second)")
    let other = try program.must("add", "ondansetron 4 mg iv").said
    #expect(!other.contains("running already"), "\(other)")
  }

  @Test func `says who never arrived, checked before, and what is wasted beyond the doses`() throws
  {
    let program = try session()
    defer { program.discard() }
    try program.must("add", "ketamine 36 mg iv")
    #expect(try program.must("add", "leaves PD").said.contains("Nobody entered that PD arrived."))
    #expect(try !program.must("add", "leaves KO").said.contains("Nobody entered"))
    #expect(try !program.must("add", "check MB").said.contains("already"))
    #expect(try program.must("add", "check MB").said.contains("MB checked #2 already (#5)."))
    #expect(try !program.must("add", "waste 14 mg").said.contains("Wasted so far"))
    #expect(
      try program.must("add", "waste 30 mg").said
        .contains("Wasted so far are 44 mg, more than the 36 mg of this session's doses.")
    )
  }

  @Test func `names who is not listed among the clinicians, wherever an entry names them`() throws {
    let program = try session()
    defer { program.discard() }
    try program.must("add", "arrives ZZ")
    try program.must("clinician", "add", "KO", "--role", "administrator", "--by", "KO")
    try program.must("add", "ketamine 36 mg iv")
    for line in ["arrives ZZ", "check ZZ", "handover ZZ"] {
      let said = try program.must("add", line).said
      #expect(said.contains("ZZ is not listed among the clinicians."), "\(line): \(said)")
    }
  }

  @Test func `says on status and on withdrawal that consent is taken back`() throws {
    let program = try session()
    defer { program.discard() }
    #expect(try !program.must("status").said.contains("consent withdrawn"))
    let answer = try program.must(
      "course",
      "consent",
      "P-014",
      "--withdrawn",
      "--because",
      "wants to stop",
      "--by",
      "KO"
    ).said
    #expect(answer.contains(" of P-014 is open. Tell the prescriber now"), "\(answer)")
    let status = try program.must("status").said
    #expect(status.contains(/consent withdrawn \d\d:\d\d: wants to stop/), "\(status)")
  }

  @Test func `says that a decision which another typed is not countersigned`() throws {
    let program = try session()
    defer { program.discard() }
    try program.must("add", "@-5m ketamine 36 mg iv")
    let said = try program.must("end", "--decided-by", "LH", "--because", "seen by LH").said
    #expect(said.contains("LH did not type this; nothing is countersigned."), "\(said)")
  }

  @Test func `lists what is open of a patient before the identity is erased`() throws {
    let program = try session()
    defer { program.discard() }
    try program.must("add", "212/118 96 97%")
    try program.must("end", "--because", "example")
    let outcome = try program(
      "patient",
      "forget",
      "P-014",
      "--yes",
      "--because",
      "asked",
      "--authority",
      "A. Hart",
      "--by",
      "AD"
    )
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasPrefix("Still open, and nobody can be reached"), "\(outcome.errors)")
    #expect(outcome.errors.contains("high priority, not reviewed"), "\(outcome.errors)")
    #expect(outcome.output.contains("says why and on whose authority."))
  }

  @Test func `refuses birth dates that cannot be, and names who is the same`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    for (date, words) in [
      ("2090-01-02", "is still to come"), ("1850-01-02", "is more than 120 years ago"),
      ("13/4/1970", "is not a date"),
    ] {
      let outcome = try program("patient", "add", "P-1", "--birth-date", date)
      #expect(outcome.status == 65 && outcome.errors.contains(words), "\(outcome.errors)")
    }
    let who = ["--name", "Alex Rivera", "--birth-date", "1984-03-12"]
    _ = try program.run(["patient", "add", "P-014", "--mrn", "VGL-42"] + who)
    let number = try program.must("patient", "add", "P-015", "--name", "Al", "--mrn", "VGL-42").said
    #expect(number.contains("P-014 has the same record number. Is it the same person?"))
    let name = try program.run(["patient", "add", "P-016"] + who).said
    #expect(name.contains("P-014 has the same name and birth date."))
    let other = try program.must("patient", "add", "P-017", "--name", "Alex Rivera").said
    #expect(!other.contains("the same"))
  }

  @Test func `points where a person meant to go`() throws {
    let program = try session()
    defer { program.discard() }
    for (arguments, words) in [
      (["patient", "show", "P-14"], "Did you mean P-014?"),
      (["patient", "add", "P-040", "--by", "KO"], "Leave --by out."),
      (["review", "S-2026-0001", "expected"], "vigil review -s S-2026-0001 3 expected"),
      (["add", "23:06 120/80 72"], "Write @23:06, before the line."),
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.status != 0 && outcome.errors.contains(words), "\(outcome.errors)")
    }
  }
}
