import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Shows the keys of the record.
struct KeyList: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show every key that was ever in use, and whether its file is here.",
    discussion: "  vigil key list"
  )

  @Option(name: .long, help: "table or json.")
  var format: Format = .table

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let keys = try desk.supervision.keyStandings()
    switch format {
    case .table:
      let folder = desk.store.station.keyring?.place(of: desk.store.recordID)
      Output.data(KeyListText(keys, folder: folder, style: layout.style).text)
    case .json: Output.data(KeyListJSON(keys).text)
    }
  }
}
