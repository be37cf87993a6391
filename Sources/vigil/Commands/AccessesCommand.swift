import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Shows who did what with the record itself.
struct AccessesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accesses",
    abstract: "Show who printed, exported, verified, backed up or restored what.",
    discussion: """
      Also who added patients, set contacts, protocols, the clinic and clinicians, and erased an \
      identity. The log only grows. It says who was named, or whose account of the machine it was; \
      nobody is asked to prove either.

        vigil accesses
        vigil accesses --since 2026-11-01 --format csv
      """
  )

  @Option(name: .long, help: ArgumentHelp("On or after this day or moment.", valueName: "when"))
  var since: String?

  @Option(
    name: .long,
    help: ArgumentHelp("By the end of this day, or by this moment.", valueName: "when")
  )
  var until: String?

  @Option(name: .long, help: "table, json or csv.")
  var format: TableFormat = .table

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let span = try desk.span(since: since, until: until)
    let accesses = try desk.store.accesses().enumerated()
      .map { NumberedAccess(number: $0.offset + 1, $0.element) }
      .filter { numbered in
        let at = numbered.access.at.instant
        return span.since.map { at >= $0 } ?? true && span.until.map { at <= $0 } ?? true
      }
    switch format {
    case .table:
      let isFiltered = since != nil || until != nil
      Output.data(AccessListText(accesses, isFiltered: isFiltered, style: layout.style).text)
    case .json: Output.data(AccessListJSON(accesses).text)
    case .csv: Output.data(AccessListCSV(accesses).text)
    }
  }
}
