import ArgumentParser
import Foundation
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Shorthand
import Supervision

/// Plays a session into a record of its own, and shows what one sees of it.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Play an example session into a record of its own, and show the report.",
    discussion: """
      The patient is made up, and the record is a new file: your own is not touched.

        vigil demo
        vigil demo --record /tmp/example.vigil
      """
  )

  @Option(name: .long, help: ArgumentHelp("The new record file.", valueName: "path"))
  var record: String?

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let path = try record ?? Demo.newRecordPath()
    guard !path.isEmpty else { throw CommandRefusal.emptyRecordPath }
    guard access(path, F_OK) != 0 else { throw CommandRefusal.recordExists(path) }
    let clock = DemoClock(at: DemoSession.opens)
    let store = try RecordStore.open(
      at: path,
      .creating,
      purpose: .demonstration,
      // Its key lies with it: an example leaves nothing in the folder of the clinic's keys.
      station: Station(account: Here.account, keyring: Keyring(folder: "\(path).keys")),
      now: clock.now
    )
    let supervision = Supervision(
      store: store,
      clock: SupervisionClock(now: { clock.now }, monotonic: { clock.monotonic })
    )
    let session = try open(supervision)
    for step in DemoSession.steps {
      clock.now = DemoSession.opens + .seconds(step.second)
      try play(step, in: session, supervision, clock: clock)
    }
    let file = try supervision.file(of: session)
    heading("vigil timeline \(session)")
    Output.data(TimelineText(file, style: layout.style, vitalsOnly: false).text)
    heading("vigil report \(session)")
    Output.data(SessionReportText(file, style: layout.style).text)
    heading("vigil flags")
    Output.data(FlagListText(try supervision.flags(FlagQuery()), style: layout.style).text)
    let quoted =
      path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) } ? path : "'\(path)'"
    Output.data(
      """

      The record of this example is \(path)
      Look around in it: vigil timeline \(session) --vitals --record \(quoted)
      """
    )
  }

  private func open(_ supervision: Supervision) throws -> SessionNumber {
    let patient = try supervision.store.add(
      patient: PatientCode("DEMO-1"),
      identity: Identity(
        name: "Alex Example",
        birthDate: "1984-03-12",
        medicalRecordNumber: "EX-0042",
        allergies: "none known"
      ),
      at: supervision.clock.now()
    )
    heading("vigil patient add DEMO-1 --name 'Alex Example' --birth-date 1984-03-12 --mrn EX-0042")
    Output.data(Answer.text(added: patient, style: layout.style))
    let source = try ProtocolSource(named: "iv-0.5-40", .example, in: nil)
    try screen(patient.code, under: source.read(), supervision)
    heading(
      "vigil start DEMO-1 --protocol iv-0.5-40 --by KO --prescriber LH --weight 72 --room 2 \\\n"
        + "    --confirm '\(DemoScreening.confirmed)=\(DemoScreening.words)'"
    )
    let file = try supervision.open(
      SessionRequest(
        patient: patient.code,
        protocolText: source.text,
        protocolName: source.name,
        setting: .clinic,
        zone: .utc,
        author: ClinicianCode("KO"),
        prescriber: ClinicianCode("LH"),
        indication: "depression",
        room: "2",
        weight: Quantity(.weight, 72),
        confirmations: [
          GateDecision.Reasoned(DemoScreening.confirmed, reason: DemoScreening.words)
        ]
      )
    )
    Output.data(OpeningText(file, style: layout.style).text)
    return file.session.number
  }

  /// What is on file, then what is asked before the dose.
  private func screen(
    _ patient: PatientCode,
    under terms: MonitoringProtocol,
    _ supervision: Supervision
  ) throws {
    let author = try ClinicianCode("KO")
    for (command, contents) in try DemoScreening.filed() {
      heading("\(command) --by KO")
      let recorded = try supervision.record(
        course: contents,
        of: patient,
        by: author,
        observed: nil,
        in: .utc
      )
      Output.data("recorded in the course of \(patient) as #\(recorded.course.log.count)")
    }
    let answers = DemoScreening.answers(under: terms)
    heading("vigil screening \(patient) --protocol iv-0.5-40 --by KO --answers - <<'END'")
    Output.data(answers.map(DemoScreening.line).joined(separator: "\n") + "\nEND")
    try supervision.screen(
      GateAnswers(answers, source: .selfReport),
      of: patient,
      under: terms,
      by: author,
      in: .utc
    )
    let screening = try supervision.screening(
      of: patient,
      under: terms,
      setting: .clinic,
      in: .utc
    )
    Output.data(PatientScreeningText(screening, style: layout.style).text)
  }

  private func play(
    _ step: DemoSession.Step,
    in session: SessionNumber,
    _ supervision: Supervision,
    clock: DemoClock
  ) throws {
    let shown = Stamp(clock.now, in: .utc).clock
    let by = try ClinicianCode(step.by)
    switch step.act {
    case .lines(let lines):
      let author = step.by == "KO" ? "" : "--by \(step.by) "
      let typed = lines.count == 1 ? quoted(lines[0]) : "- <<'END'"
      heading("\(shown)  vigil add \(author)\(typed)")
      if lines.count > 1 { Output.data(lines.joined(separator: "\n") + "\nEND") }
      let inputs = lines.map(Input.line)
      Output.data(
        answer(try supervision.record(inputs, in: session, as: Authorship(author: by)))
      )
    case .due:
      heading("\(shown)  vigil due")
      let files = try supervision.openFiles()
      Output.data(DueText(files, now: clock.now, style: layout.style).text)
    case .leaving:
      heading("\(shown)  vigil leaving \(session)")
      let file = try supervision.file(of: session)
      Output.data(LeavingText(file, style: layout.style).text)
    case .answers(let met):
      heading("\(shown)  vigil leaving \(session) --met \(met)")
      let typed = try TypedAnswers(met: [met], notMet: [], escort: nil, instructions: nil)
      let terms = try supervision.file(of: session).monitoringProtocol
      let recorded = try supervision.answer(typed.answers(under: terms), in: session, by: by)
      Output.data(answer(recorded) + "\n\n" + LeavingText(recorded.file, style: layout.style).text)
    case .end(let decidedBy, let escort, let instructions):
      heading(
        "\(shown)  vigil end \(session) --decided-by \(decidedBy) --escort '\(escort)' \\\n"
          + "    --instructions '\(instructions)'"
      )
      var request = LeavingRequest()
      request.decidedBy = try ClinicianCode(decidedBy)
      request.escort = escort
      request.instructions = instructions
      Output.data(answer(try supervision.end(session, by: by, request)))
    }
  }

  private func quoted(_ line: String) -> String {
    line.contains { "#(;'".contains($0) } ? "'\(line)'" : line
  }

  private func answer(_ recorded: Recorded) -> String {
    Answer.text(recorded, style: layout.style)
  }

  private func heading(_ text: String) {
    Output.data("\n$ \(text)")
  }

  private static func newRecordPath() throws -> String {
    guard let folder = PrivateFolder(named: "vigil-demo") else {
      throw CommandRefusal.noFolder(PrivateFolder.place)
    }
    return folder.path + "/demo.vigil"
  }
}

/// A clock that stands where the example puts it.
final class DemoClock {
  var now: Instant
  private let began: Instant

  init(at now: Instant) {
    self.now = now
    began = now
  }

  var monotonic: MonotonicTime {
    MonotonicTime(nanoseconds: (now - began).milliseconds * 1_000_000, boot: nil)
  }
}
