import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Prints the digests of sessions that nobody can seal yet.
struct CheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Print the digest of open sessions, to be kept apart from the record.",
    discussion: """
      A session is sealed when it is closed; until then whoever writes the file could change it \
      unseen. A digest that was written down, sent or printed before shows that. Nothing is written \
      to the record.

        vigil checkpoint
        vigil checkpoint 1 --format json
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String?

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let supervision = try Desk.open(record, .reading).supervision
    let checkpoints =
      try session.map {
        [try supervision.checkpoint(of: supervision.session(meant: $0, for: .reading))]
      } ?? supervision.checkpoints()
    switch format {
    case .text: Output.data(CheckpointText(checkpoints, style: layout.style).text)
    case .json: Output.data(CheckpointJSON(checkpoints).text)
    }
  }
}
