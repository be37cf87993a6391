import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Tells what sessions come to together: what a clinic's safety review looks at.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Sum up sessions for a safety review: readings, flags, side effects, leaving.",
    discussion: """
      Sessions by when they were opened; those that were struck out are told and in no count, and \
      open ones are counted as they stand now. Flags about the patient and flags about the record \
      are counted apart. A day means that day in the clinic's zone (vigil clinic --zone), or in this \
      machine's where it has none. On a terminal it says how far it is.

        vigil summary --since 2026-11-01
        vigil summary --since 2026-01-01 --until 2026-12-31 --format csv
        vigil summary --out /tmp/safety.html
      """
  )

  @Option(
    name: .long,
    help: ArgumentHelp("Sessions opened on or after this day or moment.", valueName: "when")
  )
  var since: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Sessions opened by the end of this day, or by this moment.",
      valueName: "when"
    )
  )
  var until: String?

  @Option(
    name: [.customLong("protocol")],
    help: ArgumentHelp("Only sessions under a protocol of this id.", valueName: "id")
  )
  var protocolID: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "text, html, json or csv (default: as --out ends, or text).",
      valueName: "format"
    )
  )
  var format: SummaryFormat?

  @Option(
    name: .long,
    help: ArgumentHelp("The file to write, - for standard output.", valueName: "file")
  )
  var out: String?

  @ArgumentParser.Flag(name: .long, help: "Replace a file that is there.")
  var force = false

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let format = try SummaryFormat.meant(format, in: out, usual: .text)
    let file = try named.map {
      try PrintedFile($0, existing: force ? .replaced : .kept(canForce: true))
    }
    try file?.check()
    let desk = try Desk.open(record, .reading)
    let span = try desk.span(since: since, until: until)
    let query = SummaryQuery(
      since: span.since,
      until: span.until,
      id: protocolID.map { ProtocolID($0) }
    )
    let zone = try desk.zone(nil)
    let scope = SummaryScope(
      since: span.since.map { Stamp($0, in: zone) },
      until: span.until.map { Stamp($0, in: zone) },
      id: query.id,
      now: Stamp(Desk.now(), in: zone)
    )
    let summary = try summary(query, in: desk)
    let mark = try desk.mark(asPaper: format == .html)
    let text = try text(of: summary, scope, mark, as: format, in: desk)
    desk.log(format.act, of: asked, digest: mark?.digest)
    guard let file else { return Output.data(text) }
    try file.write(Output.bytes(of: text))
    Output.said("\(file.path) is written.")
  }

  private func summary(_ query: SummaryQuery, in desk: Desk) throws -> SafetySummary {
    let progress = Progress("sessions counted")
    // A complaint begins a line of its own.
    defer { progress.end() }
    return try desk.supervision.summary(query, progress: progress.show)
  }

  private func text(
    of summary: SafetySummary,
    _ scope: SummaryScope,
    _ mark: PrintMark?,
    as format: SummaryFormat,
    in desk: Desk
  ) throws -> String {
    let (review, titles) = (summary.review, summary.titles)
    switch format {
    case .text: return SummaryText(review, titles, of: scope, style: style, mark: mark).text
    case .html:
      return SummaryHTML(
        review,
        titles,
        of: scope,
        letterhead: try desk.letterhead(paper: nil, mark: mark)
      ).text
    case .json: return SummaryJSON(review, titles, of: scope, mark: mark).text
    case .csv: return SummaryCSV(review, titles, of: scope).text
    }
  }

  /// `summary --since 2026-11-01`, as the log of accesses says it.
  private var asked: String {
    Export(
      "summary",
      [("--since", since), ("--until", until), ("--protocol", protocolID)]
    ).asked
  }

  /// Nil for standard output.
  private var named: String? { out == "-" ? nil : out }

  /// A file has no colours, and no terminal's width.
  private var style: Style {
    named == nil ? layout.style : Style(width: layout.width ?? 80, ascii: layout.ascii)
  }
}

enum SummaryFormat: String, NamedFormat, CaseIterable {
  case text, html, json, csv

  /// What is read is printed, and what another program reads is exported.
  var act: AccessAct {
    switch self {
    case .text, .html: .printed
    case .json, .csv: .exported
    }
  }
}
