import Foundation
import Testing

/// `vigil form --blank`, the paper chart, and `vigil report N --form rems`.
@Suite struct FormTests {
  @Test func `says what to type where no form or protocol is named`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.refuses([
      WrongUse(
        "vigil form",
        exits: 64,
        says: """
          Which form is not said; here it is the empty one.
          Type: vigil form --blank --protocol iv-0.5-40 — a form filled from a session is: vigil \
          report 1 --form rems
          """
      ),
      WrongUse(
        "vigil form --blank",
        exits: 64,
        says: """
          No protocol is adopted here, so the paper chart needs one by name.
          Type: vigil form --blank --protocol iv-0.5-40
          """
      ),
      WrongUse(
        "vigil form --blank --protocol nonsense",
        exits: 66,
        says: """
          There is no protocol “nonsense”.
          vigil protocol list shows all; a file is named by its path.
          """
      ),
    ])
    let json = try program.run(["form", "--blank", "--protocol", "im", "--format", "json"])
    #expect(json.status == 64)
    #expect(json.errors.contains("A paper chart is for the pen, and has no JSON."))
    #expect(json.errors.contains("vigil protocol show im --format json"))
  }

  @Test func `prints the only adopted protocol, and asks for a name where there are two`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("protocol", "adopt", "esketamine-in", "--by", "LH")
    let text = try program.must("form", "--blank").output
    #expect(text.hasPrefix("Paper chart: Esketamine nasal spray, 56 or 84 mg\n"))
    #expect(text.contains("Limits adopted by LH"))
    try program.must("protocol", "adopt", "im", "--by", "LH")
    try program.refuses([
      WrongUse(
        "vigil form --blank",
        exits: 64,
        says: """
          2 protocols are adopted here: esketamine-in, im.
          Type: vigil form --blank --protocol esketamine-in
          """
      )
    ])
    let other = try program.must("form", "--blank", "--protocol", "sl-remote").output
    #expect(other.contains("Limits not adopted by this clinic."))
  }

  @Test func `writes the page under its name, with the clinic at its head`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("clinic", "--name", "Northgate Clinic", "--paper", "letter", "--by", "LH")
    let path = program.folder.appendingPathComponent("chart.html").path
    try program.must("form", "--blank", "--protocol", "iv-0.5-40", "--out", path)
    let page = try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    #expect(page.contains("<b>Northgate Clinic</b>") && page.contains("size: letter"))
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    let again = try program.run(["form", "--blank", "--protocol", "im", "--out", path])
    #expect(again.status == 73)
  }

  @Test func `types in what was written on paper, by the chart's own examples`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.must("start", "P-014", "--protocol", "esketamine-in", "--prescriber", "LH")
    try program.must("add", "@-70m", "esketamine", "28", "mg", "intranasal", "--", "lot", "22K117")
    try program.must("add", "@-30m", "148/92", "90", "96%", "rr", "14", "moaas", "5", "A")
    try program.must("add", "@-29m", "nausea", "mod")
    let form = try program.must("report", "1", "--form", "rems").output
    for words in ["other: 28\u{A0}mg", "22K117", "148/92\u{A0}mmHg"] {
      #expect(
        form.contains(words) || form.contains(words.replacingOccurrences(of: "\u{A0}", with: " ")),
        "\(words)"
      )
    }
    let json = try JSONOutput(
      program.must("report", "1", "--form", "rems", "--format", "json").output
    )
    #expect(json["schema"] as? String == "vigil/rems/1")
  }

  @Test func `tells a line that is typed as it is told`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.must("start", "P-014", "--protocol", "esketamine-in", "--prescriber", "LH")
    let why = try #require(try program.lotNumber()["why"] as? String)
    let line = try #require(why.components(separatedBy: ", as: ").last)
    #expect(line.hasPrefix("esketamine 28 mg "))
    let outcome = try program.shell("vigil add \(line)")
    #expect(outcome.status == 0, "\(line): \(outcome.errors)")
    #expect(try program.lotNumber()["value"] as? String == "22K117")
  }

  @Test(arguments: ["iv-0.5-40", "im", "esketamine-in", "sl-supervised"])
  func `says on every chart lines that can be typed`(name: String) throws {
    var program = try VigilProgram()
    defer { program.discard() }
    program.setAfternoon()
    try program.addPatients()
    let form = try program.must("form", "--blank", "--protocol", name).output
    let lines = form.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("vigil ") }
    #expect(lines.count == 4)
    for line in lines {
      let typed = line.replacingOccurrences(of: "start CODE", with: "start P-014")
        .replacingOccurrences(of: "CODE", with: "KO")
        .replacingOccurrences(of: "AMOUNT", with: "36")
      let outcome = try program.shell(typed)
      #expect(outcome.status == 0, "\(typed): \(outcome.errors)")
    }
  }

  @Test func `refuses the esketamine form of a session that was struck out`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.must("start", "P-014", "--protocol", "esketamine-in", "--prescriber", "LH")
    try program.must("add", "esketamine 28 mg intranasal")
    try program.must("void-session", "1", "--because", "opened for the wrong patient")
    let outcome = try program.run(["report", "1", "--form", "rems", "--out", "rems.html"])
    #expect(outcome.status == 77)
    #expect(outcome.output == "")
    let lines = outcome.errors.split(separator: "\n")
    #expect(
      lines.first?.hasPrefix("Session \(VigilProgram.label(1)) is VOID: struck out by KO ") == true
    )
    #expect(
      lines.first?.hasSuffix(
        ", “opened for the wrong patient”. No form is to be sent for it. Nothing was printed."
      ) == true
    )
    #expect(lines.last == "Print its report: vigil report 1")
    #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/rems.html"))
  }

  @Test func `refuses the esketamine form for another drug`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.must("start", "P-014", "--protocol", "iv-0.5-40", "--prescriber", "LH")
    try program.refuses([
      WrongUse(
        "vigil report 1 --form rems",
        exits: 77,
        says: """
          The patient monitoring form is for esketamine, and session {session} is under iv-0.5-40, \
          whose drug is ketamine. Nothing was printed.
          Print its report: vigil report 1
          """
      )
    ])
  }
}

extension VigilProgram {
  /// The field of the form as its document has it.
  fileprivate func lotNumber() throws -> [String: Any] {
    let document = try JSONOutput(
      must("report", "1", "--form", "rems", "--format", "json").output
    )
    let blocks = document["blocks"] as? [[String: Any]] ?? []
    let fields = blocks.flatMap { $0["fields"] as? [[String: Any]] ?? [] }
    return try #require(fields.first { $0["key"] as? String == "lotNumber" })
  }
}
