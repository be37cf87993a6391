import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Lists the tasks after sessions that nothing has closed.
struct FollowUps: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "followups",
    abstract: "List what is to be done after sessions: calls, integration, scores, forms, reports.",
    discussion: """
      What is overdue comes first. Exits with 1 when something is overdue, else with 0. A task is \
      closed by vigil course follow-up; one for integration also by an integration entry, one for \
      scores also by the scores. What a protocol asks for after a session is in vigil protocol show.

        vigil followups
        vigil followups --due
        vigil followups --patient P-014 --format json
      """
  )

  @ArgumentParser.Flag(name: .long, help: "Only what can be done now, or is overdue.")
  var due = false

  @Option(name: .long, help: ArgumentHelp("Only this patient.", valueName: "code"))
  var patient: String?

  @Option(name: .long, help: "table, json or csv.")
  var format: TableFormat = .table

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  private var export: Export {
    Export("followups", [("--patient", patient)], flags: [("--due", due)])
  }

  func run() throws {
    let patient = try patient.map { try PatientCode($0) }
    let desk = try Desk.open(record, .reading)
    if let patient { _ = try desk.supervision.patient(patient) }
    let list = FollowUpList(
      try desk.supervision.openTasks(of: patient),
      now: Desk.now(),
      dueOnly: due,
      patient: patient
    )
    switch format {
    case .table: Output.data(FollowUpListText(list, style: layout.style).text)
    case .json: export.give(FollowUpListJSON(list).text, from: desk)
    case .csv: export.give(FollowUpListCSV(list).text, from: desk)
    }
    if list.hasOverdue { throw FoundSomething() }
  }
}
