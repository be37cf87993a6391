import ArgumentParser
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Tries a protocol on the stored sessions: what it would have flagged, beside what was flagged.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Try a protocol on the stored sessions, beside what was flagged.",
    discussion: """
      Nothing is stored. Flags are compared by rule and by the entry that first broke it; sessions \
      that were struck out are left out. On a terminal it says how far it is.

        vigil replay --protocol iv-0.5-40
        vigil replay --protocol iv-0.5-40 --since 2026-01-01 --format csv
      """
  )

  @Option(
    name: [.customLong("protocol")],
    help: ArgumentHelp(
      "File, adopted id, id@version, or the name of an example.",
      valueName: "protocol"
    )
  )
  var protocolName: String

  @Option(
    name: .long,
    help: ArgumentHelp("Sessions opened on or after this day or moment.", valueName: "when")
  )
  var since: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Only sessions under a protocol of this id.", valueName: "id")
  )
  var of: String?

  @Option(name: .long, help: "table, json or csv.")
  var format: TableFormat = .table

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let span = try desk.span(since: since, until: nil)
    let tried = try ProtocolSource(named: protocolName, .adopted, in: desk).read()
    let sessions = try desk.supervision.replayed(of: of.map { ProtocolID($0) }, since: span.since)
    if let mixed = mixed(sessions) { Output.message(mixed) }
    let difference = try difference(under: tried, since: span.since, in: desk)
    switch format {
    case .table:
      let bound = try protocols(of: difference, in: desk)
      Output.data(ReplayText(difference, of: tried, under: bound, style: layout.style).text)
    case .json:
      let bound = try protocols(of: difference, in: desk)
      Output.data(ReplayJSON(difference, of: tried, under: bound).text)
    case .csv: Output.data(ReplayCSV(difference, of: tried).text)
    }
  }

  /// That the sessions are of more than one drug or route; nil where they are not.
  private func mixed(_ sessions: ReplayedSessions) -> String? {
    guard sessions.kinds.count > 1 else { return nil }
    let kinds = sessions.kinds.map { "\($0.sessions) of \($0.drug) \($0.route.word)" }
    return "These sessions are of more than one drug or route: \(kinds.joined(separator: ", ")). "
      + "--of ID takes those under one protocol: \(sessions.ids.map(\.text).joined(separator: ", "))."
  }

  private func difference(
    under tried: MonitoringProtocol,
    since: Instant?,
    in desk: Desk
  ) throws -> ReplayDifference {
    let progress = Progress("sessions looked at")
    // A complaint begins a line of its own.
    defer { progress.end() }
    return try desk.supervision.replay(
      under: tried,
      of: of.map { ProtocolID($0) },
      since: since,
      progress: progress.show
    )
  }

  private func protocols(
    of difference: ReplayDifference,
    in desk: Desk
  ) throws -> [RecordDigest: MonitoringProtocol] {
    try desk.protocols(
      namingScalesOf: difference.differing.flatMap { session in
        (session.gained + session.lost).map { (session.session, $0) }
      }
    )
  }
}
