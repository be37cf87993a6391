import Monitoring
import SessionRecord
import TestSupport
import Testing

/// A small session whose flags are the assessment's, under the sample's protocol or another.
struct AssessedSession {
  private(set) var log: SampleLog
  private let rules: MonitoringProtocol

  /// Opened at 13:00.
  init(under rules: MonitoringProtocol? = nil) throws {
    self.rules = try rules ?? SampleProtocol.made()
    log = try SampleLog()
    try log.add("13:00", .opened(try SampleSession().opening()))
  }

  static func builtIn() throws -> AssessedSession {
    let builtIn = BuiltInProtocol.ketamineIntravenous
    return try AssessedSession(
      under: MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
    )
  }

  /// Adds an entry, recorded when it was observed.
  mutating func add(_ clock: String, _ content: Content) throws { try log.add(clock, content) }

  /// Adds an entry that was recorded later.
  mutating func log(late clock: String, _ content: Content, recorded: String) throws {
    try log.add(clock, content, recorded: recorded)
  }

  mutating func amend(_ clock: String, _ entry: Int, to content: Content) throws {
    try add(
      clock,
      .amendment(
        Amendment(of: EntryNumber(entry), content: content, observed: nil, reason: "typo")
      )
    )
  }

  mutating func acknowledge(_ clock: String, _ flag: Int, _ rule: String, _ entry: Int) throws {
    let named = Acknowledgement.Named(
      number: FlagNumber(flag),
      flag: FlagIdentity(rule: RuleID(rule), entry: EntryNumber(entry))
    )
    try add(
      clock,
      .acknowledgement(Acknowledgement(flags: [named], text: "gave labetalol, LH told"))
    )
  }

  func assessment(_ entries: [Entry]? = nil, asOf: String = "16:00") throws -> Assessment {
    assess(entries ?? log.entries, under: rules, asOf: try log.at(asOf))
  }

  func file(asOf: String = "16:00") throws -> SessionFile {
    var sample = try SampleSession()
    sample.state = log.entries.last?.content == .closed ? .closed : .open
    return SessionFile(
      session: try sample.session(),
      patient: Patient(code: try PatientCode("P-014"), identity: nil, commitment: .zero),
      monitoringProtocol: rules,
      log: log.entries,
      assessment: try assessment(asOf: asOf),
      zone: log.zone
    )
  }

  /// What the last entry did.
  func changes(asOf: String = "16:00") throws -> FlagChanges {
    FlagChanges(
      before: try assessment(log.entries.dropLast(), asOf: asOf),
      after: try assessment(asOf: asOf)
    )
  }
}
