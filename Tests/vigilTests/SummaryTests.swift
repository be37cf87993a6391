import Foundation
import Testing

/// `vigil summary`, as a person runs it.
@Suite struct SummaryTests {
  private func filled() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.openSession()
    try program.must("add", "118/74 70 98%")
    try program.must("add", "nausea severe")
    return program
  }

  @Test func `sums up every session on one page of text`() throws {
    let program = try filled()
    defer { program.discard() }
    let text = try program.must("summary").output
    for words in [
      "Safety summary. All sessions.", "1 session: 0 closed, 0 closed and amended since, 1 open",
      "Flags about the patient (clinical)", "Flags about the record itself (process)",
      "1 side effect in 1 of 1 session", "Last digits of readings",
    ] { #expect(text.contains(words), "\(words) is not in\n\(text)") }
  }

  @Test func `writes a page into a new file, and over one only by force`() throws {
    let program = try filled()
    defer { program.discard() }
    let done = try program.must("summary", "--format", "html", "--out", "a.html")
    #expect(done.output == "a.html is written.\n")
    #expect(done.errors == "")
    let page = try program.text(of: "a.html")
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("<h2>Side effects</h2>"))
    #expect(!page.contains("<script"))
    let refused = try program.run(["summary", "--out", "a.html"])
    #expect(refused.status == 73)
    #expect(refused.errors.contains("There is already a file a.html. Nothing was written."))
    #expect(try program.text(of: "a.html") == page)
    try program.must("summary", "--out", "a.html", "--format", "text", "--force")
    #expect(try program.text(of: "a.html").hasPrefix("Safety summary. All sessions."))
  }

  @Test func `counts only what was opened in the span and under the id`() throws {
    let program = try filled()
    defer { program.discard() }
    func counted(_ options: String...) throws -> Int? {
      let outcome = try program.run(["summary", "--format", "json"] + options)
      #expect(outcome.status == 0, "\(options): \(outcome.errors)")
      let document =
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      return (document?["sessions"] as? [String: Any])?["counted"] as? Int
    }
    #expect(try counted() == 1)
    #expect(try counted("--since", "2000-01-01") == 1)
    #expect(try counted("--since", "2100-01-01") == 0)
    #expect(try counted("--until", "2000-01-01") == 0)
    #expect(try counted("--protocol", "iv-0.5-40") == 1)
    let csv = try program.must("summary", "--format", "csv").output
    #expect(csv.hasPrefix("section,item,title,measure,value\r\n"))
    #expect(csv.contains("sessions,,,counted,1\r\n"))
  }

  @Test func `refuses what nobody could have meant`() throws {
    let program = try filled()
    defer { program.discard() }
    let cases: [([String], Int32, String)] = [
      (["--protocol", "im"], 66, "No session was opened under protocol “im”."),
      (["--since", "soon"], 64, "soon"), (["--format", "pdf"], 64, "pdf"),
      (["--since", "2026-02-01", "--until", "2026-01-01"], 64, "--until"),
      (["--out", ""], 64, "--out is empty."),
      (["--out", "nowhere/a.txt"], 73, "there is no such folder"),
    ]
    for (options, status, words) in cases {
      let outcome = try program.run(["summary"] + options)
      #expect(outcome.status == status, "\(options): \(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(options): \(outcome.errors)")
      #expect(outcome.output == "", "\(options)")
    }
  }
}
