import ArgumentParser
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Shows the open sessions.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract:
      "Show the open sessions: how far each is, its last set, what is due, its open flags.",
    discussion: "  vigil status"
  )

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let files = try desk.supervision.openFiles()
    let backup = try desk.supervision.backupAge()
    switch format {
    case .text:
      Output.data(
        try StatusText(
          files,
          now: Desk.now(),
          backup: backup,
          withdrawals: desk.supervision.withdrawals(of: files),
          style: layout.style
        ).text
      )
    case .json: Output.data(StatusJSON(files, now: Desk.now(), backup: backup).text)
    }
  }
}
