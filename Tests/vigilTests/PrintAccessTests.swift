import Foundation
import Testing

/// Who printed and exported what is in the record's own log of accesses.
@Suite struct PrintAccessTests {
  private func prepared() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.fillSession()
    return program
  }

  private struct Row: Equatable {
    let act: String
    let subject: String?
    let by: String?
    let digest: String?
  }

  private func rows(_ program: VigilProgram) throws -> [Row] {
    try JSONOutput(program.must("accesses", "--format", "json").output).objects("accesses").map {
      Row(
        act: $0["act"] as? String ?? "",
        subject: $0["subject"] as? String,
        by: ($0["by"] as? [String: Any])?["name"] as? String,
        digest: $0["digest"] as? String
      )
    }
  }

  @Test func `a print is logged with the digest that stands on it`() throws {
    let program = try prepared()
    defer { program.discard() }
    let before = try rows(program).count
    let document = try JSONOutput(program.must("report", "1", "--format", "json").output)
    let digest = document["record"] as? String
    try program.must("report", "1")
    try program.must("report", "1", "--out", "report.html")
    try program.must("course", "show", "P-014")
    try program.must("summary", "--since", "2020-01-01")
    let new = try rows(program).dropFirst(before)
    let label = VigilProgram.label(1)
    #expect(
      new.map(\.subject) == [label, label, label, "P-014", "summary --since 2020-01-01"]
    )
    #expect(new.allSatisfy { $0.act == "printed" && $0.by == "KO" })
    #expect(new.prefix(3).allSatisfy { $0.digest == digest && digest != nil })
  }

  @Test func `an export is logged with what was asked, and a table is none`() throws {
    let program = try prepared()
    defer { program.discard() }
    let before = try rows(program).count
    for list in ["flags", "effects", "sessions", "followups", "summary"] {
      if list != "summary" { try program.must(list) }
      try program.must(list, "--format", "json")
      try program.must(list, "--format", "csv")
    }
    try program.must("timeline", "1", "--format", "csv")
    try program.must("patient", "list", "--format", "csv")
    try program.must("flags", "--patient", "P-014", "--unacknowledged", "--format", "csv")
    let new = try rows(program).dropFirst(before)
    let expected =
      ["flags", "effects", "sessions", "followups", "summary"].flatMap { [$0, $0] }
      + [VigilProgram.label(1), "patients", "flags --patient P-014 --unacknowledged"]
    #expect(new.map(\.subject) == expected)
    #expect(new.allSatisfy { $0.act == "exported" })
  }

  @Test func `looking on a screen is no access`() throws {
    let program = try prepared()
    defer { program.discard() }
    let before = program.recordBytes
    try program.must("status")
    try program.must("timeline", "1")
    try program.must("chart", "1")
    try program.must("due")
    #expect(program.recordBytes == before)
  }

  @Test func `whoever is not named is the account, also where the name is none`() throws {
    var program = try prepared()
    defer { program.discard() }
    for name in [nil, "no code at all"] {
      program.environment["VIGIL_BY"] = name
      program.environment["LOGNAME"] = "desk"
      #expect(try program("report", "1").status == 0)
      let last = try #require(try rows(program).last)
      #expect(last.by == "desk")
    }
  }

  /// What is refused is not given out, and so is no access.
  @Test func `a print that is refused is not logged`() throws {
    let program = try prepared()
    defer { program.discard() }
    try program.write("kept", to: "report.html")
    let before = program.recordBytes
    #expect(try program("report", "1", "--out", "report.html").status == 73)
    #expect(try program("report", "9").status != 0)
    #expect(program.recordBytes == before)
  }

  @Test func `the page that is kept where there is no PDF is logged`() throws {
    var program = try prepared()
    defer { program.discard() }
    let before = try rows(program).count
    program.environment["PATH"] = program.folder.path + "/nothing"
    #expect(try program("report", "1", "--out", "report.pdf").status == 73)
    #expect(try rows(program).count == before + 1)
  }

  @Test func `a record that cannot be written prints all the same, and says so`() throws {
    let program = try prepared()
    defer { program.discard() }
    let before = try program.must("report", "1", "--width", "100").output
    let line = "vigil report 1 --width 100"
    let outcome: VigilProgram.Outcome
    if getuid() == 0 {
      // Root may write everything; nobody may read what everybody may.
      outcome = try program.shell(
        "chmod 755 . && chmod 644 record.vigil && chmod 777 tmp && "
          + "setpriv --reuid 65534 --regid 65534 --clear-groups \(line)"
      )
    } else {
      outcome = try program.shell("chmod 400 record.vigil && \(line); chmod 600 record.vigil")
    }
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("This is not in the record's log of accesses: "))
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    let head = try #require(before.split(separator: "\n").first)
    #expect(outcome.output.hasPrefix(head))
    // The control: the same by who may write it says nothing.
    #expect(try program.must("report", "1").errors == "")
  }
}
