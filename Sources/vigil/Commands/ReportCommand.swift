import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Prints a session's report.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Print a session's report: doses, extremes, flags, side effects, every set, amendments.",
    discussion: "  vigil report 1"
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let session = try desk.supervision.session(meant: session, for: .reading)
    let file = try desk.supervision.file(of: session.number)
    switch format {
    case .text: Output.data(SessionReportText(file, style: layout.style).text)
    case .json: Output.data(SessionReportJSON(file).text)
    }
  }
}

extension ReportCommand: PlainCommand {
  static let plainOptions: [String] = []
  static let plainFlags: [String] = []

  static func read(_ plain: PlainArguments) -> ReportCommand? {
    guard plain.words.count == 1, let format = TextFormat(plain: plain, usual: .text),
      let layout = LayoutOptions.read(plain)
    else { return nil }
    var command = Self()
    command.session = plain.words[0]
    command.format = format
    command.layout = layout
    command.record = RecordOptions.read(plain)
    return command
  }
}
