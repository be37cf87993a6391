import Foundation
import Testing

/// A record for training says so on every view and print.
@Suite struct TrainingTests {
  private static let mark = "TRAINING RECORD: for practice, of no real patient."

  private func training() throws -> VigilProgram {
    let program = try VigilProgram()
    let made = try program.must("init", "--training").output
    #expect(made.hasPrefix(Self.mark))
    try program.must("patient", "add", "T-001", "--name", "Sam Example")
    // The protocol as it comes, without what it asks before a session.
    let text = try program.must("protocol", "show", "iv-0.5-40", "--raw").output
    #expect(text.hasPrefix("{"))
    #expect(!text.contains("\"purpose\""))
    let limits = try limitsOnly(text)
    try program.write(limits, to: "practice.json")
    try program.must(
      "start",
      "T-001",
      "--protocol",
      "practice.json",
      "--by",
      "KO",
      "--prescriber",
      "LH"
    )
    try program.must("add", "212/118 96 97%")
    try program.must("add", "nausea mod")
    return program
  }

  private func text(of name: String, in program: VigilProgram) throws -> String {
    let bytes = try Data(contentsOf: program.folder.appendingPathComponent(name))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func limitsOnly(_ text: String) throws -> String {
    guard let from = text.firstRange(of: ",\n  \"screening\": {"),
      let to = text.firstRange(of: ",\n  \"afterCare\": [")
    else { return text }
    return String(text[..<from.lowerBound] + text[to.lowerBound...])
  }

  @Test func `in text first, in JSON as its purpose, in CSV as a column`() throws {
    let program = try training()
    defer { program.discard() }
    for command in [
      "status", "board", "sessions", "timeline 1", "chart 1", "report 1", "flags", "effects",
      "summary", "due", "leaving 1", "patient list", "patient show T-001", "clinic",
      "protocol list", "clinician list", "course T-001", "followups",
      "screening T-001 --protocol practice.json", "form --blank --protocol practice.json",
    ] {
      let outcome = try program.shell("vigil \(command)")
      #expect(outcome.output.hasPrefix(Self.mark + "\n"), "\(command): \(outcome.errors)")
    }
    for command in [
      "status", "board", "sessions", "timeline 1", "report 1", "flags", "effects", "summary",
      "due", "leaving 1", "patient list", "patient show T-001", "clinic", "protocol list",
      "clinician list",
    ] {
      let outcome = try program.shell("vigil \(command) --format json")
      let json = try JSONOutput(outcome.output)
      #expect(json["purpose"] as? String == "training", "\(command)")
      #expect(outcome.output.components(separatedBy: "\n  \"purpose\":").count == 2, "\(command)")
    }
    for command in ["sessions", "timeline 1", "flags", "effects", "summary", "patient list"] {
      let rows = try program.shell("vigil \(command) --format csv").output.components(
        separatedBy: "\r\n"
      ).dropLast()
      #expect(rows.first?.hasSuffix(",training") == true, "\(command)")
      #expect(rows.count > 1, "\(command)")
      #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(",yes") }, "\(command)")
    }
  }

  @Test func `in files as on the screen, and on every page`() throws {
    let program = try training()
    defer { program.discard() }
    try program.must("report", "1", "--out", "report.txt")
    try program.must("report", "1", "--out", "report.html")
    try program.must("summary", "--out", "summary.html")
    try program.must("summary", "--out", "summary.csv")
    let plain = try text(of: "report.txt", in: program)
    #expect(plain.hasPrefix(Self.mark + "\n"))
    for name in ["report.html", "summary.html"] {
      let page = try text(of: name, in: program)
      #expect(page.contains("<p class=\"training\">\(Self.mark)</p>"), "\(name)")
      #expect(page.contains("<div class=\"watermark\" aria-hidden=\"true\">TRAINING</div>"))
      #expect(page.contains("<title>TRAINING · "), "\(name)")
    }
    #expect(try text(of: "summary.csv", in: program).hasSuffix(",yes\r\n"))
  }

  @Test func `a clinic's record says nothing of it`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    for command in ["status", "report 1", "flags --format json", "sessions --format csv"] {
      let output = try program.shell("vigil \(command)").output
      #expect(!output.lowercased().contains("training"), "\(command)")
    }
    let page = try program.must("report", "1", "--format", "html").output
    #expect(!page.contains("TRAINING"))
    #expect(!page.contains("watermark"))
  }

  @Test func `init makes what is not there, says what is next, and refuses what is there`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let made = try program.must("init").output
    #expect(made.contains("vigil protocol adopt iv-0.5-40"))
    #expect(!made.contains("TRAINING"))
    let before = program.recordBytes
    for arguments in [["init"], ["init", "--training"]] {
      let again = try program.run(arguments)
      #expect(again.status == 73)
      #expect(again.errors.contains("There is already a file"))
    }
    #expect(program.recordBytes == before)
  }
}
