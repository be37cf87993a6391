import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Lists sessions.
struct Sessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "List the sessions of this record.",
    discussion: "  vigil sessions --patient P-014"
  )

  @Option(name: .long, help: ArgumentHelp("Only this patient's.", valueName: "code"))
  var patient: String?

  @Option(name: .long, help: "table, json or csv.")
  var format: TableFormat = .table

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  private var export: Export { Export("sessions", [("--patient", patient)]) }

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let code = try patient.map { try desk.supervision.patient(PatientCode($0)).code }
    let sessions = try desk.store.sessions(of: code, openOnly: false)
    switch format {
    case .table: Output.data(SessionListText(sessions, style: layout.style).text)
    case .json:
      let adoptions = try desk.store.adoptions()
      export.give(SessionListJSON(sessions, adoptions: adoptions).text, from: desk)
    case .csv: export.give(SessionListCSV(sessions).text, from: desk)
    }
  }
}
