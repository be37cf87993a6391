import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Prints a session entry by entry.
struct Timeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Print a session as a chart and entry by entry, with its flags in place.",
    discussion: """
      Every entry with clock time and time since the dose; corrections show what was written before; \
      a span without readings is shown as one. Without a session the only open one is meant.

        vigil timeline 1
        vigil timeline 1 --vitals --width 120
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String?

  @ArgumentParser.Flag(name: .long, help: "Only the table of vital signs.")
  var vitals = false

  @Option(name: .long, help: "table, json or csv.")
  var format: TableFormat = .table

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let session = try desk.supervision.session(meant: session, for: .reading)
    let file = try desk.supervision.file(of: session.number)
    switch format {
    case .table:
      let style = vitals ? layout.style : layout.drawingStyle
      Output.data(TimelineText(file, style: style, vitalsOnly: vitals).text)
    case .json:
      Export(session.label).give(TimelineJSON(file, vitalsOnly: vitals).text, from: desk)
    case .csv: Export(session.label).give(TimelineCSV(file, vitalsOnly: vitals).text, from: desk)
    }
  }
}

extension Timeline: PlainCommand {
  static let plainOptions: [String] = []
  static let plainFlags: [String] = ["--vitals"]

  static func read(_ plain: PlainArguments) -> Timeline? {
    guard plain.words.count <= 1, let format = TableFormat(plain: plain, usual: .table),
      let layout = LayoutOptions.read(plain)
    else { return nil }
    var command = Self()
    command.session = plain.words.first
    command.vitals = plain.has("--vitals")
    command.format = format
    command.layout = layout
    command.record = RecordOptions.read(plain)
    return command
  }
}
