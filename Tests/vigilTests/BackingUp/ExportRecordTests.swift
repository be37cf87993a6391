import Foundation
import Testing

/// `vigil export-record`: what anyone can check without Vigil.
@Suite struct ExportRecordTests {
  /// Sessions, a course, corrections, seals of a clinician, and an erased patient.
  private func prepared() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.openSession()
    for line in [
      "118/74 68 98% rr 14 moaas 5 A ra", "t 98.2F", "ketamine 36 mg iv over 40 min", "check LH",
      "start infusion", "nausea 6/10", "defer spo2 -- asleep", "scale cadss 21/92", "do head up",
      "186/108 28 95% -- “quoted” and \\ backslash", "mark", "waste 6 mg",
      "stop infusion given 30 mg",
    ] {
      try program.must("add", line)
    }
    try program.must("fix", "2", "119/74", "--because", "misread")
    try program.must("ack", "1", "LH told")
    try program.must("end", "1", "--because", "for this test")
    try program.must("addendum", "1", "more was said")
    try program.must("course", "lab", "P-014", "ecg", "unremarkable", "--by", "KO")
    try program.must("patient", "contact", "P-014", "--address", "1 Example Street")
    return program
  }

  @Test func `every hash, signature and digest can be computed again from the lines alone`() throws
  {
    guard let python = Validator.python else {
      try Test.cancel("VIGIL_PYTHON names no Python with jsonschema")
    }
    let program = try prepared()
    defer { program.discard() }
    for (name, options) in [("without", []), ("with", ["--with-identities"])] {
      let answer = try program.run(["export-record", "--out", name] + options)
      #expect(answer.status == 0, "\(answer.errors)")
      let checked = try program.execute(
        URL(fileURLWithPath: python),
        ["-c", ExportCheck.script, Checkout.file("scripts/lib").path, name]
      )
      #expect(checked.errors == "")
      #expect(checked.output.hasPrefix("whole: "), "\(checked.output)")
    }
    // A word that is another is found by it.
    let text = try program.shell("cat with").output
    for (words, others) in [
      ("LH told", "LH tolb"), ("\"who\":\"KO\"", "\"who\":\"KB\""), ("1 Example", "2 Example"),
      ("Alex Rivera", "Alex Riverb"), ("mmHg", "mmhg"), ("\"remark\":null", "\"remark\":\"\""),
    ] where text.contains(words) {
      try program.write(text.replacingOccurrences(of: words, with: others), to: "changed")
      let checked = try program.execute(
        URL(fileURLWithPath: python),
        ["-c", ExportCheck.script, Checkout.file("scripts/lib").path, "changed"]
      )
      #expect(!checked.output.hasPrefix("whole: "), "\(words)")
    }
  }

  @Test func `on standard output it is the same, and who a patient is stays out of both`() throws {
    let program = try prepared()
    defer { program.discard() }
    let piped = try program.must("export-record").output
    #expect(piped.split(separator: "\n").last?.contains(#""line":"end""#) == true)
    for words in ["Alex Rivera", "1 Example Street", "salt", "1984-03-12"] {
      #expect(!piped.contains(words), "\(words)")
    }
    // But for the access that each adds, both are the same.
    try program.must("export-record", "--out", "lines.jsonl")
    let filed = try program.shell("cat lines.jsonl").output
    #expect(rows(filed) == rows(piped))
    #expect(try program.shell("stat -c %a lines.jsonl").output == "600\n")
    #expect(try program.must("accesses").output.contains("lines.jsonl"))
    let again = try program.run(["export-record", "--out", "lines.jsonl"])
    #expect(again.status == 73)
    let known = try program.must("export-record", "--with-identities").output
    #expect(known.contains("Alex Rivera") && known.contains("1 Example Street"))
  }

  /// The lines of what does not change by exporting.
  private func rows(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { line in
      ["record", "access", "end"].allSatisfy { !line.contains("\"line\":\"\($0)\"") }
    }
  }

  @Test func `each line is as the schema says, and no other form of it is`() throws {
    guard let python = Validator.python else {
      try Test.cancel("VIGIL_PYTHON names no Python with jsonschema")
    }
    let program = try prepared()
    defer { program.discard() }
    try program.must("export-record", "--out", "lines", "--with-identities")
    try program.must("export-record", "--out", "withheld")
    for name in ["lines", "withheld"] {
      let outcome = try program.execute(
        URL(fileURLWithPath: python),
        ["-c", ExportCheck.schema, Checkout.file("schemas/export-record-v1.json").path, name]
      )
      #expect(outcome.output + outcome.errors == "", "\(name)")
    }
  }
}
