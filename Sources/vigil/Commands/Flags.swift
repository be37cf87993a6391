import ArgumentParser
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Lists flagged events across sessions.
struct Flags: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flags",
    abstract: "List flagged events across sessions, with counts.",
    discussion: """
      Flags about the patient and flags about the record are counted apart; sessions that were \
      struck out are in no count. A day means that day on this machine's clock.

        vigil flags --since 2026-11-01 --priority high
        vigil flags --unacknowledged --format csv
        vigil flags --unreviewed --since 2026-11-16 --until 2026-11-22
      """
  )

  @Option(
    name: .long,
    help: ArgumentHelp("Raised on or after this day or moment.", valueName: "when")
  )
  var since: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Raised by the end of this day, or by this moment.", valueName: "when")
  )
  var until: String?

  @Option(
    name: .long,
    help: ArgumentHelp("This priority or worse: info, low, medium, high.", valueName: "priority")
  )
  var priority: String?

  @Option(name: .long, help: ArgumentHelp("Only this rule.", valueName: "id"))
  var rule: String?

  @Option(name: .long, help: ArgumentHelp("Only this patient.", valueName: "code"))
  var patient: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only flags in this state: \(FlagStateName.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "state"
    )
  )
  var state: String?

  @ArgumentParser.Flag(name: .long, help: "Only flags that nobody has acknowledged.")
  var unacknowledged = false

  @ArgumentParser.Flag(name: .long, help: "Only standing flags that nobody has reviewed.")
  var unreviewed = false

  @ArgumentParser.Flag(name: .long, help: "Exit with 1 when an open flag is found.")
  var failOnOpen = false

  @Option(name: .long, help: "table, json or csv.")
  var format: TableFormat = .table

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let query = try query(in: desk)
    if let patient = query.patient { _ = try desk.supervision.patient(patient) }
    let flags = try desk.supervision.flags(query)
    switch format {
    case .table:
      let protocols = try desk.protocols(namingScalesOf: flags.map { ($0.session, $0.flag) })
      Output.data(
        FlagListText(
          flags,
          under: protocols,
          isFiltered: isFiltered,
          closed: flags.isEmpty ? try closed(query, in: desk) : nil,
          style: layout.style
        ).text
      )
    case .json:
      let protocols = try desk.protocols(namingScalesOf: flags.map { ($0.session, $0.flag) })
      let adoptions = try desk.store.adoptions()
      export.give(
        FlagListJSON(flags, under: protocols, adoptions: adoptions).text,
        from: desk
      )
    case .csv: export.give(FlagListCSV(flags).text, from: desk)
    }
    if failOnOpen, flags.contains(where: { $0.flag.isOpen }) { throw FoundSomething() }
  }

  private var export: Export {
    Export(
      "flags",
      [
        ("--since", since), ("--until", until), ("--priority", priority), ("--rule", rule),
        ("--patient", patient), ("--state", state),
      ],
      flags: [("--unacknowledged", unacknowledged), ("--unreviewed", unreviewed)]
    )
  }

  /// Whether something was left out by asking; no answer is then no word about limits.
  private var isFiltered: Bool {
    unacknowledged || unreviewed
      || [since, until, priority, rule, patient, state].contains { $0 != nil }
  }

  private func query(in desk: Desk) throws -> FlagQuery {
    let span = try desk.span(since: since, until: until)
    return FlagQuery(
      since: span.since,
      until: span.until,
      priority: try priority.map(Priority.init(option:)),
      rule: rule.map(RuleID.init),
      patient: try patient.map { try PatientCode($0) },
      states: try state.map { [try FlagStateName(option: $0)] },
      unacknowledgedOnly: unacknowledged,
      unreviewedOnly: unreviewed
    )
  }

  /// What is said where nothing of the span is left to review; nil where something else narrowed it.
  private func closed(_ query: FlagQuery, in desk: Desk) throws -> UnreviewedSpan? {
    let plain = FlagQuery(since: query.since, until: query.until, unreviewedOnly: true)
    guard query == plain else { return nil }
    let zone = try desk.zone(nil)
    return UnreviewedSpan(
      .flags,
      since: query.since.map { Stamp($0, in: zone) },
      until: query.until.map { Stamp($0, in: zone) },
      others: try desk.supervision.unreviewed(since: query.since, until: query.until).effects
    )
  }
}

extension Priority {
  init(option text: String) throws {
    guard let priority = Priority(word: text) else {
      throw CommandRefusal.unknownChoice(
        option: "--priority",
        text,
        choices: Priority.allCases.map(\.word)
      )
    }
    self = priority
  }
}

extension FlagStateName {
  init(option text: String) throws {
    guard let state = FlagStateName(rawValue: text) else {
      throw CommandRefusal.unknownChoice(
        option: "--state",
        text,
        choices: FlagStateName.allCases.map(\.rawValue)
      )
    }
    self = state
  }
}

extension Flags: PlainCommand {
  static let plainOptions: [String] = [
    "--since", "--until", "--priority", "--rule", "--patient", "--state",
  ]
  static let plainFlags: [String] = ["--unacknowledged", "--unreviewed", "--fail-on-open"]

  static func read(_ plain: PlainArguments) -> Flags? {
    guard plain.words.isEmpty, let format = TableFormat(plain: plain, usual: .table),
      let layout = LayoutOptions.read(plain)
    else { return nil }
    var command = Self()
    command.since = plain["--since"]
    command.until = plain["--until"]
    command.priority = plain["--priority"]
    command.rule = plain["--rule"]
    command.patient = plain["--patient"]
    command.state = plain["--state"]
    command.unacknowledged = plain.has("--unacknowledged")
    command.unreviewed = plain.has("--unreviewed")
    command.failOnOpen = plain.has("--fail-on-open")
    command.format = format
    command.layout = layout
    command.record = RecordOptions.read(plain)
    return command
  }
}
