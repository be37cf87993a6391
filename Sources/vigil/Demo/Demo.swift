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
    let store = try RecordStore.open(at: path, .creating, now: clock.now)
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
    let source = try ProtocolSource(named: "iv-0.5-40")
    heading("vigil start DEMO-1 --protocol iv-0.5-40 --by KO --prescriber LH --weight 72 --room 2")
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
        weight: Quantity(.weight, 72)
      )
    )
    Output.data(OpeningText(file, style: layout.style).text)
    return file.session.number
  }

  private func play(
    _ step: DemoSession.Step,
    in session: SessionNumber,
    _ supervision: Supervision,
    clock: DemoClock
  ) throws {
    let shown = Stamp(clock.now, in: .utc).clock
    guard let line = step.line else {
      heading("\(shown)  vigil end \(session)")
      Output.data(answer(try supervision.end(session, by: ClinicianCode(step.by))))
      return
    }
    let quoted = line.contains { "#(;'".contains($0) } ? "'\(line)'" : line
    heading("\(shown)  vigil add \(step.by == "KO" ? "" : "--by \(step.by) ")\(quoted)")
    Output.data(
      answer(
        try supervision.record(
          [.line(line)],
          in: session,
          as: Authorship(author: ClinicianCode(step.by))
        )
      )
    )
  }

  private func answer(_ recorded: Recorded) -> String {
    Answer.text(recorded, style: layout.style)
  }

  private func heading(_ text: String) {
    Output.data("\n$ \(text)")
  }

  private static func newRecordPath() throws -> String {
    let folder = Terminal.environment("TMPDIR") ?? "/tmp"
    var template = Array((folder + "/vigil-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw CommandRefusal.noFolder(folder) }
    let made = template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: made, as: UTF8.self) + "/demo.vigil"
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
