import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Prints a session as a chart.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Print a session as a chart: pressures, doses, effects and flags over time.",
    discussion: """
      A column is a time, a lane a sign, a drug or an effect; no value is drawn across a limit, and \
      what has no room is counted. On a terminal under 60 columns it is the list that timeline \
      prints. Without a session the only open one is meant.

        vigil chart 1
        vigil chart 1 --width 120
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String?

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let session = try desk.supervision.session(meant: session, for: .reading)
    let file = try desk.supervision.file(of: session.number)
    Output.data(ChartText(file, style: layout.drawingStyle).text)
  }
}

extension ChartCommand: PlainCommand {
  static let plainOptions: [String] = []
  static let plainFlags: [String] = []

  static func read(_ plain: PlainArguments) -> ChartCommand? {
    // It has no formats: `--format` is for ArgumentParser to refuse.
    guard plain.words.count <= 1, plain["--format"] == nil, let layout = LayoutOptions.read(plain)
    else { return nil }
    var command = Self()
    command.session = plain.words.first
    command.layout = layout
    command.record = RecordOptions.read(plain)
    return command
  }
}
