import Foundation
import SessionRecord
import Testing

@testable import Monitoring
@testable import Reports

/// The open tasks after sessions as text, table and document.
struct FollowUpListTests {
  /// Overdue and grown, open after tries, not open yet, of a review, and one of another patient.
  private func list(
    _ words: String = "call within a day",
    dueOnly: Bool = false,
    patient: String? = nil
  ) throws -> FollowUpList {
    let course = try CourseSample.course(sessions: 2)
    let first = try #require(course.sessions.first?.session)
    let second = try #require(course.sessions.last?.session)
    let now = first.opened.instant + .hours(30)
    func task(
      _ id: String,
      _ session: Session,
      _ state: CareTask.State,
      due: Int,
      _ priority: Priority = .info,
      review: Int? = nil,
      tries: [Int] = []
    ) -> CareTask {
      CareTask(
        task: AfterCareTask(
          id: TaskID(id),
          title: words,
          occasion: review == nil ? .dose : .serious,
          opens: .hours(2),
          due: .hours(24),
          grows: [],
          closing: .followUp,
          basis: Basis(.proposed, sources: [])
        ),
        session: session,
        review: review.map { EntryNumber($0) },
        opens: session.opened.instant + .hours(2),
        due: now + .minutes(due),
        state: state,
        priority: priority,
        tries: tries.map { EntryNumber($0) }
      )
    }
    return FollowUpList(
      [
        task("call", first, .overdue, due: -200, .high, tries: [3, 5]),
        task("report", first, .overdue, due: -59, review: 63),
        task("talk", first, .open, due: 240), task("week", second, .notOpen, due: 9_000),
      ],
      now: now,
      dueOnly: dueOnly,
      patient: try patient.map { try PatientCode($0) }
    )
  }

  @Test(arguments: [80, 120]) func `prints the tasks`(width: Int) throws {
    let style = Style(width: width)
    let texts = [
      FollowUpListText(try list(), style: style).text,
      FollowUpListText(try list(dueOnly: true), style: style).text,
    ]
    try Golden.check(texts.joined(separator: "\n\n========\n\n"), "followups-\(width).txt")
  }

  @Test func `writes them as a document and a table`() throws {
    try Golden.check(FollowUpListJSON(try list()).text, "followups.json")
    try Golden.check(FollowUpListCSV(try list()).text, "followups.csv")
  }

  @Test func `only what can be done now is there where that was asked for`() throws {
    let due = try list(dueOnly: true)
    #expect(due.tasks.map(\.task.id.text) == ["call", "report", "talk"])
    #expect(due.hasOverdue)
    #expect(try list().tasks.count == 4)
  }

  @Test func `nothing to do says whose and of when`() throws {
    let course = try CourseSample.course(sessions: 1)
    let now = try #require(course.sessions.first?.session.opened.instant)
    func text(dueOnly: Bool, _ patient: PatientCode?) -> String {
      let none = FollowUpList([], now: now, dueOnly: dueOnly, patient: patient)
      return FollowUpListText(none, style: Style(width: 120)).text
    }
    let code = try PatientCode("P-014")
    #expect(text(dueOnly: true, code).hasPrefix("No task of P-014 is due now."))
    #expect(text(dueOnly: false, nil).hasPrefix("No task is open."))
  }

  @Test(arguments: [40, 80, 120]) func `no line is wider than its page`(width: Int) throws {
    for words in ["call", HostileSession.text] {
      let text = FollowUpListText(try list(words), style: Style(width: width, ascii: true)).text
      for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
      #expect(text.utf8.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0A) })
    }
  }

  @Test func `a title that is a formula stays words in a table`() throws {
    let table = FollowUpListCSV(try list("=1+1")).text
    #expect(table.contains(",'=1+1,"))
    #expect(!table.contains(",=1+1"))
  }

  @Test(.enabled(if: PythonValidator.isThere, "VIGIL_PYTHON names no Python with jsonschema"))
  func `the document follows its closed schema, and no mutation of it does`() throws {
    let validator = try #require(PythonValidator())
    let training = TrainingMark(FollowUpListJSON(try list()).text).text
    let samples = [
      ("all", FollowUpListJSON(try list(patient: "P-014")).text),
      ("due", FollowUpListJSON(try list(dueOnly: true)).text),
      ("hostile", FollowUpListJSON(try list(HostileSession.text)).text), ("training", training),
    ]
    #expect(training.contains("\"purpose\": \"training\""))
    let complaints = try validator.complaints(
      about: samples.map { name, text in
        PythonValidator.Case(
          name: name,
          schema: "followups",
          document: text,
          mutate: name == "all" || name == "training"
        )
      }
    )
    #expect(complaints.isEmpty, "\(complaints.prefix(20).joined(separator: "\n"))")
  }
}
