import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Prints a session's report, or the form that a scheme asks for.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Print a session's report: doses, extremes, flags, side effects, every set, amendments.",
    discussion: """
      A page for paper and screen is one file of HTML; a PDF is made of that by a Chromium, Chrome or \
      WeasyPrint on this machine. Its head is the clinic's (vigil clinic). A file is never replaced \
      without --force.

        vigil report 1
        vigil report 1 --format html --out /tmp/report-1.html
        vigil report 1 --format json
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "text, html, pdf or json (default: as --out ends, or text).",
      valueName: "format"
    )
  )
  var format: PageFormat?

  @Option(name: .long, help: ArgumentHelp("Another form than the report: rems.", valueName: "form"))
  var form: ReportForm?

  @OptionGroup var print: PrintOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let session = try desk.supervision.session(meant: session, for: .reading)
    let format = try PageFormat.meant(format, in: print.out, usual: .text)
    let job = try Print(
      as: format,
      named: session.label + (form.map { "-\($0.rawValue)" } ?? ""),
      print
    )
    let (file, mark) = try desk.marked(session.number, asPaper: format.hasPaper)
    let letterhead = try desk.letterhead(paper: print.paper, of: session, mark: mark)
    let style = print.style(layout)
    try job.run(noting: { desk.log(.printed, of: session.label, digest: mark?.digest) }) {
      switch (form, format) {
      case (nil, .text): SessionReportText(file, style: style, letterhead: letterhead).text
      case (nil, .html), (nil, .pdf): SessionReportHTML(file, letterhead: letterhead).text
      case (nil, .json): SessionReportJSON(file, letterhead: letterhead).text
      case (.rems?, .text): try REMSFormText(file, style: style, letterhead: letterhead).text
      case (.rems?, .html), (.rems?, .pdf): try REMSFormHTML(file, letterhead: letterhead).text
      case (.rems?, .json): try REMSFormJSON(file, letterhead: letterhead).text
      }
    }
  }
}

/// A form of someone else's, filled from the entries.
enum ReportForm: String, ExpressibleByArgument, CaseIterable {
  /// The monitoring form of the esketamine REMS.
  case rems
}

extension ReportCommand: PlainCommand {
  static let plainOptions = ["--form"] + PrintOptions.plainOptions
  static let plainFlags = PrintOptions.plainFlags

  static func read(_ plain: PlainArguments) -> ReportCommand? {
    guard plain.words.count == 1, let layout = LayoutOptions.read(plain),
      let print = PrintOptions.read(plain)
    else { return nil }
    var command = Self()
    command.format = nil
    command.form = nil
    if let name = plain["--format"] {
      guard let format = PageFormat(rawValue: name) else { return nil }
      command.format = format
    }
    if let name = plain["--form"] {
      guard let form = ReportForm(rawValue: name) else { return nil }
      command.form = form
    }
    command.session = plain.words[0]
    command.print = print
    command.layout = layout
    command.record = RecordOptions.read(plain)
    return command
  }
}
