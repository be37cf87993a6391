import Monitoring
import Reports
import SessionRecord
import TestSupport
import Testing

/// A small session whose flags are the assessment's, under the sample's protocol or another.
struct AssessedSession {
  private(set) var log: SampleLog
  private let rules: MonitoringProtocol
  /// Nil where the patient is nobody that is known.
  private let identity: Identity?

  /// Opened at 13:00.
  init(under rules: MonitoringProtocol? = nil, identity: Identity? = nil) throws {
    self.rules = try rules ?? SampleProtocol.made()
    self.identity = identity
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
  mutating func add(
    _ clock: String,
    _ content: Content,
    by author: String = "KO",
    source: Source = .typed
  ) throws {
    try log.add(clock, content, by: author, source: source)
  }

  /// Adds a decision that the patient leaves and the closing that is one act with it, in one commit.
  mutating func leave(_ clock: String, _ decision: LeavingDecision) throws {
    try log.add(clock, .leaving(.decision(decision)))
    try log.add(clock, .closed, together: true)
  }

  /// Adds a correction, recorded at *clock*, of the observed time too where one is given.
  mutating func correct(
    _ clock: String,
    _ entry: Int,
    to content: Content,
    observed: String? = nil
  ) throws {
    let stamp = try observed.map { Stamp(try log.at($0), in: log.zone) }
    try add(
      clock,
      .amendment(
        Amendment(of: EntryNumber(entry), content: content, observed: stamp, reason: "typo")
      )
    )
  }

  /// Adds an entry that was recorded later.
  mutating func log(late clock: String, _ content: Content, recorded: String) throws {
    try log.add(clock, content, recorded: recorded)
  }

  /// Adds an entry at an instant of any day.
  mutating func addAt(_ instant: Instant, _ content: Content) throws {
    try log.addAt(instant, content)
  }

  mutating func acknowledge(
    _ clock: String,
    _ flag: Int,
    _ rule: String,
    _ entry: Int,
    _ text: String = AssessedSession.done,
    by author: String = "KO"
  ) throws {
    try acknowledge(clock, flag, flag: .entry(EntryNumber(entry)), of: rule, text, by: author)
  }

  mutating func acknowledge(
    _ clock: String,
    _ number: Int,
    flag cause: FlagCause,
    of rule: String,
    _ text: String = AssessedSession.done,
    by author: String = "KO"
  ) throws {
    let named = Acknowledgement.Named(
      number: FlagNumber(number),
      flag: FlagIdentity(rule: RuleID(rule), cause: cause)
    )
    try log.add(
      clock,
      .acknowledgement(Acknowledgement(flags: [named], text: text)),
      by: author
    )
  }

  static let done = "gave labetalol, LH told"

  func assessment(_ entries: [Entry]? = nil, asOf: String = "16:00") throws -> Assessment {
    assess(entries ?? log.entries, under: rules, asOf: try log.at(asOf))
  }

  func file(asOf: String = "16:00") throws -> SessionFile { try file(at: try log.at(asOf)) }

  func file(at asOf: Instant) throws -> SessionFile {
    var sample = try SampleSession()
    sample.state = log.entries.last?.content == .closed ? .closed : .open
    return SessionFile(
      session: try sample.session(),
      patient: Patient(code: try PatientCode("P-014"), identity: identity, commitment: .zero),
      monitoringProtocol: rules,
      log: log.entries,
      assessment: assess(log.entries, under: rules, asOf: asOf),
      zone: log.zone
    )
  }

  /// What the last entry did, and time since the one before it.
  func changes(asOf: String = "16:00") throws -> FlagChanges {
    try changes(at: try log.at(asOf))
  }

  private func changes(at asOf: Instant) throws -> FlagChanges {
    let before = Array(log.entries.dropLast())
    let known = try #require(before.last).recorded.instant
    return FlagChanges(
      before: assess(before, under: rules, asOf: known),
      after: assess(log.entries, under: rules, asOf: asOf)
    )
  }

  /// The answer to the last entry.
  func answer(asOf: String, style: Style = Style(width: 200)) throws -> String {
    try answer(at: try log.at(asOf), style: style)
  }

  /// The same at an instant of any day.
  func answer(at asOf: Instant, style: Style = Style(width: 200)) throws -> String {
    AnswerText(
      try file(at: asOf),
      new: [try #require(log.entries.last).number],
      changes: try changes(at: asOf),
      style: style
    ).text
  }
}
