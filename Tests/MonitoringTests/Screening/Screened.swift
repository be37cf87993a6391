import Foundation
import Monitoring
import SessionRecord
import TestSupport
import Testing

/// A patient's course made entry by entry, and gates asked of it on 19 November 2026 at 13:20 in Berlin.
struct Screened {
  static let zone = Zone(named: "Europe/Berlin") ?? .utc
  /// 12:20 in UTC.
  static let opens = Instant(milliseconds: 1_795_090_800_000)

  private var log: [Entry] = []
  var identity: Identity?
  var contact: Contact?
  var sessions: [CourseSession] = []

  init() throws { identity = try Identity(name: "Made Up", birthDate: "1984-03-12") }

  /// An entry of the course, so long before the session would be opened.
  @discardableResult
  mutating func add(
    _ content: Content,
    before span: TimeSpan = .minutes(10),
    by author: String = "KO"
  ) throws -> EntryNumber {
    let at = Stamp(Screened.opens - span, in: Screened.zone)
    let draft = Draft(
      id: EntryID(UUID()),
      observed: at,
      author: try ClinicianCode(author),
      content: content
    )
    let number = EntryNumber(log.count + 1)
    log.append(
      Entry(
        draft,
        stream: .course(try PatientCode("P-014")),
        number: number,
        commit: CommitNumber(log.count + 1),
        recorded: at,
        monotonic: MonotonicTime(nanoseconds: 0, boot: nil),
        record: UUID()
      )
    )
    return number
  }

  @discardableResult
  mutating func answer(
    _ gate: String,
    _ answer: GateAnswer,
    words: String? = nil,
    source: AnswerSource = .selfReport,
    before span: TimeSpan = .minutes(10)
  ) throws -> EntryNumber {
    let given = GateAnswers.Answer(GateID(gate), answer, words: words)
    return try add(.screening(.answers(GateAnswers([given], source: source))), before: span)
  }

  func findings(
    _ gates: [Gate],
    course rules: [CourseRule] = [],
    setting: Setting = .clinic
  ) throws -> [GateFinding] {
    let patient = Patient(
      code: try PatientCode("P-014"),
      identity: identity,
      contact: contact,
      commitment: .zero
    )
    return PatientScreening(
      of: Course(patient: patient, sessions: sessions, log: log),
      under: Screened.asking(gates, rules),
      setting: setting,
      at: Screened.opens,
      in: Screened.zone
    ).findings
  }

  /// The one finding of a gate alone.
  func finding(_ requirement: GateRequirement, level: GateLevel = .hard) throws -> GateFinding {
    try #require(try findings([Screened.gate(requirement, level: level)]).first)
  }

  // MARK: - Gates

  static func gate(
    _ requirement: GateRequirement,
    id: String = "asked",
    level: GateLevel? = .hard,
    remoteLevel: GateLevel? = nil
  ) -> Gate {
    Gate(
      id: GateID(id),
      title: "what is asked",
      level: level,
      remoteLevel: remoteLevel,
      requirement: requirement,
      basis: Basis(.proposed, sources: ["vigil"])
    )
  }

  /// A question that is clear by *no*, and relied on for ninety days.
  static func question(
    clear: GateAnswer = .no,
    needsWords: Bool = false,
    validity: GateValidity = .days(90)
  ) -> GateRequirement {
    .answer(clear: clear, needsWords: needsWords, validity: validity)
  }

  private static func asking(_ gates: [Gate], _ rules: [CourseRule]) -> MonitoringProtocol {
    MonitoringProtocol(
      id: ProtocolID("made"),
      version: "1",
      title: "made for a test",
      settings: Setting.allCases,
      formulary: Formulary(
        medicines: [],
        ownDrug: "ketamine",
        ownRoute: .intravenous,
        mostMilligramsPerKilogram: nil,
        sameClass: []
      ),
      addedEffects: [],
      baseline: .lastBeforeDose,
      rules: [],
      gates: gates,
      course: rules,
      sources: [:]
    )
  }
}
