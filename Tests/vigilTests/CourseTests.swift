import Foundation
import Testing

/// A patient's course, entered and shown through the program itself.
@Suite struct CourseTests {
  /// P-014 with one closed session, in which a dose was given.
  private func treated() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.openSession()
    try program.must("add", "@-5m ketamine 36 mg iv")
    try program.must("end", "--because", "goes to the ward")
    return program
  }

  @Test func `every kind of entry is answered with what was stored, and stands in the course`()
    throws
  {
    let program = try treated()
    defer { program.discard() }
    let entries: [(typed: String, answered: String, shown: String)] = [
      (
        "consent P-014 --document KET --version 3 --signed 2026-01-02 --off-label-told",
        "#1 ", "consent signed 2026-01-02: KET version 3, told that the use is off-label"
      ),
      ("consent P-014 --withdrawn --because 'thinks it over'", "#2 ", "consent withdrawn: "),
      ("integration P-014 --modality mindfulness --minutes 50", "#3 ", "mindfulness, 50 min"),
      ("score P-014 'phq-9 17/27'", "#4 ", "PHQ-9"),
      ("lab P-014 liver unremarkable --day 2026-01-02", "#5 ", "liver function of 2026-01-02"),
      ("follow-up P-014 call done 'slept well'", "#6 ", "call"),
    ]
    for entry in entries {
      let outcome = try program.shell("vigil course \(entry.typed)")
      #expect(outcome.status == 0, "\(entry.typed): \(outcome.errors)")
      #expect(outcome.said.contains("\n\(entry.answered)"), "\(outcome.said)")
      #expect(outcome.said.contains("entered by KO"), "\(outcome.said)")
    }
    let course = try program.must("course", "P-014", "--width", "200").said
    for entry in entries { #expect(course.contains(entry.shown), "\(entry.shown) in \(course)") }
    #expect(course.contains("done "))
  }

  @Test func `a voided entry stays readable, is told by its number and counts no more`() throws {
    let program = try treated()
    defer { program.discard() }
    try program.must("course", "lab", "P-014", "ecg", "unremarkable")
    let said = try program.must("course", "void", "P-014", "#1", "--because", "of another").said
    #expect(said.contains("#1 voided: of another"))
    #expect(said.contains("It said: ~~ECG of "))
    // In a course entry 1 is no opening.
    #expect(!said.contains("session struck out"))
    #expect(try program.must("course", "P-014").said.contains("struck out by #2"))
    let document = try JSONOutput(program.must("course", "P-014", "--format", "json").output)
    #expect(document.objects("entries").first?["voidedBy"] as? Int == 2)
  }

  @Test func `concerns are in it only where they are asked for`() throws {
    let program = try treated()
    defer { program.discard() }
    let words = "asked 9 days early"
    try program.must("course", "concern", "P-014", "early-refill", words)
    for format in ["text", "html", "json"] {
      let plain = try program.must("course", "show", "P-014", "--format", format).said
      #expect(!plain.contains(words), "\(format)")
      let whole = try program.must("course", "P-014", "--concerns", "--format", format).said
      #expect(whole.contains(words), "\(format)")
    }
    #expect(try !program.must("report", "1").said.contains(words))
  }

  @Test func `is shown as text, page and document, under one's own rules, in a file that is kept`()
    throws
  {
    let program = try treated()
    defer { program.discard() }
    let text = try program.must("course", "P-014").said
    for words in ["Course of treatment", "ketamine intravenous", "36 mg", "Tasks after sessions"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.contains("iv-0.5-40 4 has no course rules."))
    try program.write(try program.example("im", id: "ours", version: "1"), to: "ours.json")
    #expect(
      try program.must("course", "P-014", "--protocol", "ours.json").said.contains("ours 1")
    )
    let document = try JSONOutput(program.must("course", "P-014", "--format", "json").output)
    #expect(document["schema"] as? String == "vigil/course/1")
    try program.must("course", "P-014", "--out", "course.html")
    let kept = try Data(contentsOf: program.folder.appendingPathComponent("course.html"))
    #expect(String(decoding: kept, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
    try program.refuses([
      WrongUse(
        "vigil course P-014 --out course.html",
        exits: 73,
        says: """
          There is already a file course.html. Nothing was written.
          Name another with --out, or replace it with --force.
          """
      )
    ])
    #expect(try program("course", "P-014", "--out", "course.html", "--force").status == 0)
  }

  @Test func `lists tasks as table, document and rows, and exits with 1 once one is overdue`()
    throws
  {
    let program = try treated()
    defer { program.discard() }
    let calm = try program("followups")
    #expect(calm.status == 0)
    #expect(calm.said.contains("0 overdue, 0 open, 3 still to open"))
    #expect(try program.must("followups", "--due").said.contains("No task"))
    // A session of three days ago: its call was due two days ago.
    let day = Date(timeIntervalSinceNow: -3 * 86_400).formatted(.iso8601.year().month().day())
    try program.must(
      "start",
      "P-015",
      "--protocol",
      "iv-0.5-40",
      "--prescriber",
      "LH",
      "--from-paper",
      "--opened",
      "\(day) 00:05"
    )
    try program.must("add", "--from-paper", "--date", day, "@00:10", "ketamine", "36", "mg", "iv")
    try program.must("end", "--from-paper", "--at", "00:30", "--because", "as on the chart")
    let due = try program("followups", "--due")
    #expect(due.status == 1)
    #expect(due.errors == "")
    #expect(due.lines(with: "call").first?.contains("P-015") == true, "\(due.said)")
    let rows = try program("followups", "--format", "csv")
    #expect(rows.status == 1)
    #expect(rows.output.hasPrefix("patient,session,task,"))
    #expect(rows.output.contains("\r\nP-015,S-") && rows.output.contains(",overdue,"))
    let document = try program("followups", "--patient", "P-015", "--format", "json")
    #expect(document.status == 1)
    let tasks = try JSONOutput(document.output).objects("tasks")
    let call = try #require(tasks.first { $0["task"] as? String == "call" })
    #expect(call["state"] as? String == "overdue")
    #expect(tasks.allSatisfy { $0["patient"] as? String == "P-015" })
    #expect(try program("followups", "--patient", "P-014").status == 0)
    // What was not reached stays open; what was done is closed.
    try program.must("course", "follow-up", "P-015", "call", "not-reached", "no answer")
    #expect(try program("followups", "--patient", "P-015").lines(with: "  call  ").count == 1)
    let done = try program.must("course", "follow-up", "P-015", "call", "done", "slept well").said
    #expect(done.contains("closes the task call of "))
    #expect(try program("followups", "--patient", "P-015").lines(with: "  call  ").isEmpty)
  }
}
