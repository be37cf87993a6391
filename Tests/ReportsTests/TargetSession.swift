import Monitoring
import SessionRecord
import TestSupport
import Testing

/// The made-up session that reports and charts are looked at with: 72 kg, 36 mg over 40 minutes, 16
/// sets, 119/75 to 166/102 and back, three flags, dissociation and four side effects, one correction.
///
/// Its limits are the three that its pages name: systolic at or over 160, diastolic at or over 100,
/// SpO2 under 94; a second value inside clears.
enum TargetSession {
  static func made() throws -> AssessedSession {
    var session = try AssessedSession(under: limits(), identity: identity())
    try addSets(&session)
    return session
  }

  static func file() throws -> SessionFile { try made().file(asOf: "15:36") }

  static func limits() throws -> MonitoringProtocol {
    let sample = try SampleProtocol.made()
    return MonitoringProtocol(
      id: ProtocolID("adult-iv"),
      version: "3",
      title: sample.title,
      settings: sample.settings,
      formulary: sample.formulary,
      addedEffects: sample.addedEffects,
      baseline: sample.baseline,
      rules: [
        rule("bp.sys", .systolic, .atOrOver, 160_000, .medium),
        rule("bp.dia", .diastolic, .atOrOver, 100_000, .medium),
        rule("spo2", .spo2, .under, 94_000, .low),
      ],
      sources: [:]
    )
  }

  static func rule(
    _ id: String,
    _ sign: VitalSign,
    _ comparison: Comparison,
    _ limit: Int,
    _ priority: Priority
  ) -> Rule {
    Rule(
      id: RuleID(id),
      condition: .absolute(AbsoluteLimit(sign, comparison, limit: limit)),
      priority: priority,
      asksForRepeat: true,
      clearing: Clearing(count: 2, margin: 0),
      standing: .clinic,
      sources: []
    )
  }

  private static func identity() throws -> Identity {
    try Identity(
      name: "Rivera, Alex",
      birthDate: "1984-03-12",
      medicalRecordNumber: "VGL-0042",
      allergies: nil
    )
  }

  private static func set(
    _ systolic: Int,
    _ diastolic: Int,
    _ pulse: Int,
    _ saturation: Int,
    _ breaths: Int,
    _ level: Consciousness = .alert
  ) throws -> Content {
    try vitals(
      [
        .systolic: systolic, .diastolic: diastolic, .heartRate: pulse, .spo2: saturation,
        .respiratoryRate: breaths,
      ],
      others: [.consciousness: .measured(Quantity(level), verified: true)]
    )
  }

  /// Entries by number, as acknowledgements name them.
  private static func addSets(_ session: inout AssessedSession) throws {
    try session.add("13:06", .action("consent checked"))
    try session.add("13:12", set(118, 74, 66, 98, 14))
    try session.add("13:20", .action("IV 22G left arm"))
    try session.add("13:25", set(120, 76, 68, 98, 14))
    let ketamine = try Dose(
      drug: "ketamine",
      amount: try Amount(thousandths: 36_000, .milligram),
      route: .intravenous,
      overMinutes: 40
    )
    try session.add("13:30", .dose(ketamine))
    try session.add("13:35", set(128, 80, 74, 98, 14))
    try session.add("13:40", set(138, 86, 80, 97, 15))
    try effect("13:42", "dissociation", .mild, &session)
    try session.add("13:45", set(146, 90, 48, 97, 14))
    try session.correct("13:46", 10, to: set(146, 90, 84, 97, 14))
    try session.add("13:50", set(152, 94, 88, 97, 14, .voice))
    try effect("13:50", "dissociation", .moderate, &session)
    try effect("13:52", "dizziness", .mild, &session)
    try session.add("13:55", set(164, 98, 94, 96, 13, .voice))
    try session.acknowledge("13:56", 1, "bp.sys", 15, "recheck 3 min, breathing")
    try session.add("13:56", .action("breathing; physician called"))
    try effect("13:57", "anxiety", .mild, &session)
    try session.add("13:58", set(166, 102, 98, 96, 13, .voice))
    try session.acknowledge("13:59", 2, "bp.dia", 19, "at chairside, rate kept", by: "LH")
    try session.add("14:05", set(156, 95, 92, 93, 12, .voice))
    try session.acknowledge("14:06", 3, "spo2", 21, "head up, deep breaths")
    try session.add("14:06", .action("head up 30°, deep breaths"))
    try effect("14:06", "nausea", .mild, &session)
    let recheck = try vitals(
      [.heartRate: 90, .spo2: 96, .respiratoryRate: 14],
      others: [.consciousness: .measured(Quantity(Consciousness.voice), verified: true)]
    )
    try session.add("14:08", recheck)
    try gone("14:08", "anxiety", &session)
    try session.add("14:10", set(150, 92, 88, 97, 14))
    try session.add("14:10", .infusion(.stop(given: .amount(ketamine.amount))))
    try addAfterwards(&session)
  }

  private static func addAfterwards(_ session: inout AssessedSession) throws {
    try effect("14:12", "nausea", .moderate, &session)
    try effect("14:12", "dissociation", .mild, &session)
    let ondansetron = try Dose(
      drug: "ondansetron",
      amount: try Amount(thousandths: 4_000, .milligram),
      route: .intravenous
    )
    try session.add("14:14", .dose(ondansetron))
    try session.add("14:20", .action("water; talking, oriented to place"))
    try effect("14:24", "nausea", .mild, &session)
    try session.add("14:25", set(140, 86, 80, 97, 14))
    try gone("14:30", "dizziness", &session)
    try gone("14:35", "dissociation", &session)
    try session.add("14:40", set(130, 82, 74, 98, 14))
    try gone("14:40", "nausea", &session)
    try effect("14:50", "headache", .mild, &session)
    try session.add("14:55", set(126, 80, 72, 98, 14))
    try session.add("15:00", .action("walked to bathroom, steady"))
    try session.add("15:10", set(122, 78, 70, 98, 14))
    try session.add("15:25", set(120, 76, 68, 98, 14))
    try session.add("15:32", .closed)
  }

  private static func effect(
    _ clock: String,
    _ name: String,
    _ severity: Severity,
    _ session: inout AssessedSession
  ) throws {
    try session.add(clock, .effect(SideEffect(EffectName(name), grade: .words(severity))))
  }

  private static func gone(
    _ clock: String,
    _ name: String,
    _ session: inout AssessedSession
  ) throws {
    try session.add(clock, .effect(SideEffect(EffectName(name), course: .gone)))
  }
}
