import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Lists side effects across sessions.
struct Effects: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "effects",
    abstract: "List side effects across sessions, with counts.",
    discussion: """
      One row an episode: onset, worst grade, end. Sessions that were struck out are in no count.

        vigil effects --since 2026-11-01 --severity moderate
        vigil effects --kind nausea --format json
        vigil effects --unreviewed
      """
  )

  @Option(
    name: .long,
    help: ArgumentHelp("Begun on or after this day or moment.", valueName: "when")
  )
  var since: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Begun by the end of this day, or by this moment.", valueName: "when")
  )
  var until: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Only this effect, as 'chest pain'.", valueName: "effect")
  )
  var kind: String?

  @Option(
    name: .long,
    help: ArgumentHelp("This severity or worse: mild, moderate, severe.", valueName: "severity")
  )
  var severity: String?

  @Option(name: .long, help: ArgumentHelp("Only this patient.", valueName: "code"))
  var patient: String?

  @ArgumentParser.Flag(name: .long, help: "Only side effects that nobody has reviewed.")
  var unreviewed = false

  @Option(name: .long, help: "table, json or csv.")
  var format: TableFormat = .table

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  private var isFiltered: Bool {
    unreviewed || [since, until, kind, severity, patient].contains { $0 != nil }
  }

  private var export: Export {
    Export(
      "effects",
      [
        ("--since", since), ("--until", until), ("--kind", kind), ("--severity", severity),
        ("--patient", patient),
      ],
      flags: [("--unreviewed", unreviewed)]
    )
  }

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let span = try desk.span(since: since, until: until)
    let query = EffectQuery(
      since: span.since,
      until: span.until,
      kind: kind.map { EffectName($0.lowercased()) },
      severity: try severity.map(Severity.init(option:)),
      patient: try patient.map { try PatientCode($0) },
      unreviewedOnly: unreviewed
    )
    if let patient = query.patient { _ = try desk.supervision.patient(patient) }
    let effects = try desk.supervision.effects(query)
    switch format {
    case .table:
      Output.data(
        EffectListText(
          effects,
          isFiltered: isFiltered,
          closed: effects.isEmpty ? try closed(query, in: desk) : nil,
          style: layout.style
        ).text
      )
    case .json:
      let adoptions = try desk.store.adoptions()
      export.give(EffectListJSON(effects, adoptions: adoptions).text, from: desk)
    case .csv: export.give(EffectListCSV(effects).text, from: desk)
    }
  }

  /// What is said where nothing of the span is left to review; nil where something else narrowed it.
  private func closed(_ query: EffectQuery, in desk: Desk) throws -> UnreviewedSpan? {
    let plain = EffectQuery(since: query.since, until: query.until, unreviewedOnly: true)
    guard query == plain else { return nil }
    let zone = try desk.zone(nil)
    return UnreviewedSpan(
      .effects,
      since: query.since.map { Stamp($0, in: zone) },
      until: query.until.map { Stamp($0, in: zone) },
      others: try desk.supervision.unreviewed(since: query.since, until: query.until).flags
    )
  }
}

extension Severity {
  init(option text: String) throws {
    guard let severity = Severity(word: text) else {
      throw CommandRefusal.unknownChoice(
        option: "--severity",
        text,
        choices: Severity.allCases.map(\.word)
      )
    }
    self = severity
  }
}
