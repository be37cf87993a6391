import Foundation
import Testing

/// What `vigil patient forget` erases, refuses and leaves.
@Suite struct ForgetTests {
  private func forget(_ program: VigilProgram, _ more: String...) throws -> VigilProgram.Outcome {
    try program.run(["patient", "forget", "P-014", "--by", "AD"] + more)
  }

  private static let allowed = ["--because", "asked for", "--authority", "A. Hart"]

  private func ended() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.openSession()
    try program.must("add", "212/118 96 97%")
    try program.must("add", "note Alex says hello")
    try program.must("end", "--because", "example")
    return program
  }

  /// The clinic's summary, but for the moment of the question and the seal that was the newest then.
  private func counts(_ program: VigilProgram) throws -> [String] {
    let lines = try program.must("summary", "--format", "json").output.split(separator: "\n")
    let changing = ["asOf", "record", "verify"].map { "  \"\($0)\": " }
    let rest = lines.map { String($0) }.filter { line in !changing.contains { line.hasPrefix($0) } }
    #expect(rest.count == lines.count - changing.count)
    return rest
  }

  @Test func `erases name and contact, and says what it does not erase`() throws {
    let program = try ended()
    defer { program.discard() }
    try program.must(
      "patient",
      "contact",
      "P-014",
      "--address",
      "12 Harbour Street",
      "--emergency-number",
      "+1 555 0100"
    )
    let shown = try program.must("patient", "show", "P-014").output
    #expect(shown.contains("address: 12 Harbour Street"))
    #expect(shown.contains("emergency number: +1 555 0100"))
    let identity = try JSONOutput(
      program.must("patient", "show", "P-014", "--format", "json").output
    )
    let name = try #require(identity["patient", "name"] as? String)
    let flags = try program.must("flags", "--format", "csv").output
    let summary = try counts(program)
    let sessions = try program.must("sessions", "--format", "csv").output
    let outcome = try program.run(
      ["patient", "forget", "P-014", "--by", "AD", "--yes"] + Self.allowed
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    for words in ["notes and other entries", "printed or exported", "backups"] {
      #expect(outcome.output.contains(words), "\(words)")
    }
    let bytes = try #require(program.recordBytes)
    for text in [name, "12 Harbour Street", "+1 555 0100"] {
      #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)")
    }
    #expect(try program.must("patient", "show", "P-014").output.contains("identity was erased"))
    #expect(try program.must("flags", "--format", "csv").output == flags)
    #expect(try counts(program) == summary)
    #expect(try program.must("sessions", "--format", "csv").output == sessions)
    #expect(try !program.must("report", "1").output.contains(name))
    let again = try program.run(
      ["patient", "forget", "P-014", "--by", "AD", "--yes"] + Self.allowed
    )
    #expect(again.status == 77)
    #expect(again.errors.contains("was erased"))
  }

  @Test func `the chain still holds, with the erasure in the course`() throws {
    let program = try ended()
    defer { program.discard() }
    let count = try program.must("timeline", "1", "--format", "json").output
    let entries = try JSONOutput(count).objects("entries").count
    let courses = try courseEntries(program)
    _ = try program.run(["patient", "forget", "P-014", "--by", "AD", "--yes"] + Self.allowed)
    try program.checkChain(entries: entries + courses + 1)
  }

  private func courseEntries(_ program: VigilProgram) throws -> Int {
    let outcome = try program.shell(
      "python3 -c 'import sqlite3,os;print(sqlite3.connect(os.environ[\"VIGIL_RECORD\"])"
        + ".execute(\"SELECT count(*) FROM entry WHERE stream_kind = 2\").fetchone()[0])'"
    )
    return try #require(Int(outcome.output.filter(\.isNumber)))
  }

  @Test func `refuses without a person or --yes, while a session is open, and within the time`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let open = try program.run(
      ["patient", "forget", "P-014", "--by", "AD", "--yes"] + Self.allowed
    )
    #expect(open.status == 77)
    #expect(open.errors.contains("P-014 has an open session"))
    try program.must("end")
    let silent = try forget(program)
    #expect(silent.status == 64)
    #expect(silent.errors.contains("Add --yes."))
    let unset = try forget(program, "--yes")
    #expect(unset.status == 77)
    #expect(unset.errors.contains("has not set for how long"))
    try program.must(
      "clinic",
      "--name",
      "Northgate",
      "--retention-years",
      "10",
      "--by",
      "LH"
    )
    let within = try forget(program, "--yes", "--because", "asked for")
    #expect(within.status == 77)
    #expect(within.errors.contains("10 years after the last session or course entry"))
    #expect(try !program.must("patient", "list").output.contains("identity erased"))
  }
}
