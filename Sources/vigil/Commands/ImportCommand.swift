import ArgumentParser
import Exchange
import Foundation
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Brings in readings from other systems.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import readings from a file.",
    discussion: "  vigil import csv readings.csv -s 1",
    subcommands: [ImportCSV.self]
  )
}

/// Imports a CSV file of observations: one file is one session, all rows or none.
struct ImportCSV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Import a CSV file: one file is one session, all rows or none.",
    discussion: """
      Columns, any of them in any order: time, systolic, diastolic, map, heart_rate, spo2, \
      respiratory_rate, temperature, effect, severity, note. Times are RFC 3339, or 14:05 with \
      --date and --zone. What cannot have been measured is kept as not usable. The same file twice \
      adds nothing.

        vigil import csv readings.csv --patient P-014 --protocol iv-0.5-40 \\
          --by KO --date 2026-11-19 --zone Europe/Berlin \\
          --dose '@13:30 ketamine 36 mg iv over 40 min'
        vigil import csv readings.csv -s 1
      """
  )

  @Argument(help: "The file.")
  var file: String

  @Option(name: .long, help: ArgumentHelp("Whose readings they are.", valueName: "code"))
  var patient: String?

  @Option(
    name: [.customLong("protocol")],
    help: ArgumentHelp("Id of an adopted protocol, or its file.", valueName: "protocol")
  )
  var protocolName: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A dose line with its time; may be repeated.", valueName: "line")
  )
  var dose: [String] = []

  @Option(name: .long, help: ArgumentHelp("The day of times without one.", valueName: "date"))
  var date: String?

  @Option(name: .long, help: ArgumentHelp("Time zone of the file.", valueName: "zone"))
  var zone: String?

  @Option(name: .long, help: ArgumentHelp("Who prescribed.", valueName: "who"))
  var prescriber: String?

  @Option(
    name: .long,
    help: ArgumentHelp("clinic or telehealth (default: clinic).", valueName: "setting")
  )
  var setting: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Weight of the day: 72, 71.5 or 158lb.", valueName: "weight")
  )
  var weight: String?

  @ArgumentParser.Flag(name: .long, help: "Say what would be imported, and store nothing.")
  var dryRun = false

  @ArgumentParser.Flag(name: .long, help: "Close the session after what was added.")
  var end = false

  @OptionGroup var session: SessionOption
  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let day = try day()
    let desk = try Desk.open(record, dryRun ? .reading : .writing)
    let named = try session.session.map { try desk.supervision.session(meant: $0) }
    let request = try named == nil ? request(desk) : nil
    if named != nil { try refuseOptionsOfANewSession() }
    let rows = try table(day, desk: desk, named: named, request: request).rows
    let outcome = try desk.supervision.importObservations(
      rows.map {
        ImportedObservation(observed: $0.observed, contents: $0.contents, words: $0.words)
      },
      document: (file as NSString).lastPathComponent,
      doses: dose,
      into: named,
      opening: request,
      author: try author.author(),
      closing: end,
      dryRun: dryRun
    )
    var said =
      ImportText(
        ImportText.Counts(
          rows: rows.count,
          added: outcome.added,
          alreadyThere: outcome.alreadyThere,
          notUsable: outcome.notUsable,
          isDryRun: dryRun
        ),
        file: outcome.file,
        style: Terminal.style()
      ).text
    if let open = outcome.leftOpen { said += "\n" + open }
    if dryRun { Output.said(said) } else { Output.answer(said) }
  }

  private func day() throws -> CivilTime? {
    if let date {
      guard let day = CivilTime(date: date) else { throw CommandRefusal.notAMoment("--date", date) }
      // The zone of this machine need not be that of the file, and another one makes another session.
      guard zone != nil || session.session != nil else { throw CommandRefusal.dateNeedsZone }
      return day
    }
    guard zone == nil || session.session == nil else { throw CommandRefusal.zoneNeedsDate }
    return nil
  }

  private func request(_ desk: Desk) throws -> SessionRequest {
    guard let patient else { throw CommandRefusal.patientMissing }
    guard let protocolName else { throw CommandRefusal.protocolMissing }
    guard let author = try author.author() else { throw CommandRefusal.authorMissing }
    let source = try ProtocolSource(named: protocolName, .adopted, in: desk)
    return SessionRequest(
      patient: try PatientCode(patient),
      protocolText: source.text,
      protocolName: source.name,
      setting: try Setting(option: setting ?? Setting.clinic.rawValue),
      zone: try desk.zone(zone),
      author: author,
      prescriber: try prescriber.map { try ClinicianCode($0) },
      weight: try weight.map(Weight.parse)
    )
  }

  private func refuseOptionsOfANewSession() throws {
    let given = [
      ("--patient", patient != nil), ("--protocol", protocolName != nil),
      ("--prescriber", prescriber != nil), ("--setting", setting != nil),
      ("--weight", weight != nil),
    ]
    if let option = given.first(where: \.1)?.0 {
      throw CommandRefusal.optionNeedsNewSession(option)
    }
  }

  private func table(
    _ day: CivilTime?,
    desk: Desk,
    named: Session?,
    request: SessionRequest?
  ) throws -> ObservationTable {
    let read: MonitoringProtocol
    var zone = try desk.zone(zone)
    if let named {
      read = try desk.supervision.monitoringProtocol(of: named)
      if self.zone == nil { zone = try desk.supervision.zone(of: named) }
    } else if let request {
      read = try MonitoringProtocol(reading: request.protocolText, from: request.protocolName)
    } else {
      throw CommandRefusal.patientMissing
    }
    return try ObservationTable(
      csv: try InputFile.bytes(file, most: 50_000_000),
      file: file,
      clock: FileClock(date: day, zone: zone),
      effects: Set(EffectName.crises + EffectName.common + read.addedEffects),
      now: Desk.now()
    )
  }
}
