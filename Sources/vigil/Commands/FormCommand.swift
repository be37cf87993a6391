import ArgumentParser
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Prints a protocol's paper chart, for the day that the machine is down.
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: "Print a protocol's paper chart, for the day that the machine is down.",
    discussion: """
      Every due time of the protocol is a row, with boxes where something is due; its limits and its \
      criteria for leaving stand beside. Print some before they are needed. What was written on one is \
      typed in afterwards, each line with its own time. Of an id that the clinic has adopted it is the \
      adopted text.

        vigil form --blank --protocol iv-0.5-40
        vigil form --blank --protocol esketamine-in --out /tmp/paper-chart.html
      """
  )

  @ArgumentParser.Flag(name: .long, help: "The empty form, to be filled in by hand.")
  var blank = false

  @Option(
    name: [.customLong("protocol")],
    help: ArgumentHelp(
      "Adopted id, id@version, the name of an example, or a file (default: the one that the clinic "
        + "adopted).",
      valueName: "protocol"
    )
  )
  var protocolName: String?

  @Option(
    name: .long,
    help: ArgumentHelp("text, html or pdf (default: as --out ends, or text).", valueName: "format")
  )
  var format: FormFormat?

  @OptionGroup var print: PrintOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard blank else { throw FormRefusal.blankMissing }
    let format: PageFormat
    switch try FormFormat.meant(self.format, in: print.out, usual: .text) {
    case .text: format = .text
    case .html: format = .html
    case .pdf: format = .pdf
    case .json: throw FormRefusal.noDocument(protocolName)
    }
    let desk = try Desk.existing(record)
    let source = try ProtocolSource(named: name(in: desk), .adopted, in: desk)
    let shown = try source.read()
    let job = try Print(as: format, named: "blank-\(shown.id.text)", print)
    let letterhead =
      try desk?.letterhead(paper: print.paper)
      ?? Letterhead(
        clinic: nil,
        printed: Stamp(Desk.now(), in: try LocalZone.resolve(nil)),
        version: Vigil.version,
        paper: print.paper
      )
    try job.run(noting: { desk?.log(.printed, of: "form \(shown.id)") }) {
      switch format {
      case .html, .pdf:
        BlankFormHTML(shown, adoption: source.adoption, letterhead: letterhead).text
      case .text, .json:
        BlankFormText(
          shown,
          adoption: source.adoption,
          style: print.style(layout),
          letterhead: letterhead
        ).text
      }
    }
  }

  /// The one that was named, else the only one that the clinic has adopted.
  private func name(in desk: Desk?) throws -> String {
    if let protocolName { return protocolName }
    let ids = Set(try desk?.store.adoptions().map(\.id.text) ?? []).sorted()
    guard ids.count == 1, let only = ids.first else { throw FormRefusal.protocolMissing(ids) }
    return only
  }
}

/// What a form can be printed as.
enum FormFormat: String, NamedFormat, CaseIterable {
  case text, html, pdf
  /// Understood, so that it can be said where a protocol's document is; not offered.
  case json

  static var allValueStrings: [String] { [text, html, pdf].map(\.rawValue) }
}

/// Why no form is printed.
enum FormRefusal: Refusal, Hashable {
  case blankMissing
  /// With what the clinic has adopted.
  case protocolMissing([String])
  /// With the protocol that was named.
  case noDocument(String?)

  var kind: RefusalKind { .usage }

  var problem: String {
    switch self {
    case .blankMissing: "Which form is not said; here it is the empty one."
    case .protocolMissing(let ids):
      ids.isEmpty
        ? "No protocol is adopted here, so the paper chart needs one by name."
        : "\(ids.count) protocols are adopted here: \(ids.joined(separator: ", "))."
    case .noDocument: "A paper chart is for the pen, and has no JSON."
    }
  }

  var remedy: String? {
    switch self {
    case .blankMissing:
      "Type: vigil form --blank --protocol \(BuiltInProtocol.ketamineIntravenous.name) — a form "
        + "filled from a session is: vigil report 1 --form rems"
    case .protocolMissing(let ids):
      "Type: vigil form --blank --protocol "
        + (ids.first ?? BuiltInProtocol.ketamineIntravenous.name)
    case .noDocument(let name):
      "Type: vigil protocol show \(name ?? BuiltInProtocol.ketamineIntravenous.name) --format json"
    }
  }
}
