import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// A session under the built-in protocol for an infusion, kept as a busy day keeps one: a reading
/// missed, one late, one not obtained, one put off; an infusion paused, and stopped with a third given.
///
/// Opened 13:00, dose 13:30, so T+20 is 13:50. Each story goes on where the one before it ends.
enum ScheduledSession {
  /// Opened, with one complete set of blood pressure; another is wanted before the dose.
  static func beforeDose(under rules: MonitoringProtocol? = nil) throws -> AssessedSession {
    var session = try rules.map { try AssessedSession(under: $0) } ?? AssessedSession.builtIn()
    try session.add("13:05", try full(124, 78, 72))
    return session
  }

  /// To 13:45: the infusion runs, everything so far is in time.
  static func running(under rules: MonitoringProtocol? = nil) throws -> AssessedSession {
    var session = try beforeDose(under: rules)
    try lookForEffects("13:06", &session)
    try session.add("13:12", try full(122, 76, 70))
    try session.add("13:12", try temperature())
    try session.add("13:30", try ketamine())
    try session.add("13:40", try full(131, 80, 75))
    try session.add("13:42", .infusion(.pause))
    try session.add("13:45", .infusion(.resume))
    return session
  }

  /// To 13:52: no pressure at T+20, so that it is overdue from 13:55; the infusion stopped at T+22.
  static func overdue(under rules: MonitoringProtocol? = nil) throws -> AssessedSession {
    var session = try running(under: rules)
    try session.add("13:50", try vitals([.spo2: 97, .respiratoryRate: 14, .moaas: 5]))
    let third = try Amount(thousandths: 12_000, .milligram)
    try session.add("13:52", .infusion(.stop(given: .amount(third))))
    return session
  }

  /// To 15:10: late at T+30, the cuff fails at T+40, T+55 is put off, then in time.
  static func recovered(under rules: MonitoringProtocol? = nil) throws -> AssessedSession {
    var session = try overdue(under: rules)
    try session.add("14:05", try full(136, 84, 78))
    try session.add("14:10", try cuffError())
    try session.add("14:11", .effect(SideEffect(.dissociation, grade: try Grade(rating: 3))))
    try session.add("14:25", .deferred(Deferral(.bloodPressure, reason: "asleep, breathing well")))
    try session.add("14:25", try vitals([.spo2: 97, .respiratoryRate: 14, .moaas: 4]))
    try session.add("14:40", try full(128, 79, 70))
    try session.add("14:55", try full(126, 78, 71))
    try session.add("15:10", try full(124, 77, 69))
    return session
  }

  /// To 15:29: in time at T+120, and the criteria that only a person can answer are answered.
  static func answered(under rules: MonitoringProtocol? = nil) throws -> AssessedSession {
    var session = try recovered(under: rules)
    try lookForEffects("15:28", &session)
    try session.add("15:28", try full(122, 76, 68))
    try session.add("15:28", try temperature())
    let plain = ["oriented", "gait", "cannula-out", "self-harm"].map {
      CriteriaAnswers.Answer(CriterionID($0), isMet: true)
    }
    try session.add(
      "15:29",
      .leaving(
        .answers(
          try CriteriaAnswers(
            plain + [
              .init(CriterionID("escort"), isMet: true, words: "sister, A. Rivera"),
              .init(CriterionID("driving"), isMet: true, words: "not to drive until tomorrow"),
            ]
          )
        )
      )
    )
    return session
  }

  /// To 15:33: the decision, and the session closed.
  static func left(under rules: MonitoringProtocol? = nil) throws -> AssessedSession {
    var session = try answered(under: rules)
    try session.leave("15:33", try decision())
    return session
  }

  static func decision() throws -> LeavingDecision {
    try LeavingDecision(
      .criteriaMet,
      decidedBy: try ClinicianCode("LH"),
      escort: "sister, A. Rivera",
      instructions: "not to drive until tomorrow",
      readyMinute: 118
    )
  }

  /// The built-in protocol with two groups to T+70 and no more, for documents that are read.
  static func small() throws -> MonitoringProtocol {
    let whole = try MonitoringProtocol(
      reading: BuiltInProtocol.ketamineIntravenous.text,
      from: BuiltInProtocol.ketamineIntravenous.name
    )
    let groups = whole.schedule.groups.filter { ["bp", "symptoms"].contains($0.id.text) }
    return whole.with(groups.map { $0.with(title: $0.title, until: 70) }, whole.leaving)
  }

  /// The same whose clinic wrote what acts on a terminal.
  static func hostile(_ text: String) throws -> MonitoringProtocol {
    let small = try small()
    return small.with(
      small.schedule.groups.map { $0.with(title: text, until: 70) },
      small.leaving.map {
        LeavingCriterion(id: $0.id, title: text, requirement: $0.requirement, basis: $0.basis)
      },
      phases: [Schedule.Phase(name: text, fromMinute: 0)]
    )
  }

  static func full(_ systolic: Int, _ diastolic: Int, _ pulse: Int) throws -> Content {
    try vitals(
      [
        .systolic: systolic, .diastolic: diastolic, .heartRate: pulse, .spo2: 98,
        .respiratoryRate: 14, .moaas: 5,
      ],
      others: [.consciousness: .measured(Quantity(.alert), verified: true)]
    )
  }

  static func temperature() throws -> Content {
    try vitals([.temperature: 37], others: [.oxygenFlow: .roomAir])
  }

  static func ketamine() throws -> Content {
    .dose(
      try Dose(
        drug: "ketamine",
        amount: try Amount(thousandths: 36_000, .milligram),
        route: .intravenous,
        overMinutes: 40
      )
    )
  }

  static func cuffError() throws -> Content {
    let failed = Reading.notObtained(because: "cuff error")
    return try vitals(
      [.heartRate: 76, .spo2: 97, .respiratoryRate: 14, .moaas: 5],
      others: [.systolic: failed, .diastolic: failed]
    )
  }

  private static func lookForEffects(_ clock: String, _ session: inout AssessedSession) throws {
    let names = ["nausea", "vomiting", "headache", "dizziness", "anxiety", "dissociation"]
    for name in names {
      try session.add(clock, .effect(SideEffect(EffectName(name), course: .absent)))
    }
  }
}

extension MonitoringProtocol {
  func with(
    _ groups: [ScheduleGroup],
    _ leaving: [LeavingCriterion],
    phases: [Schedule.Phase]? = nil
  ) -> MonitoringProtocol {
    MonitoringProtocol(
      id: id,
      version: version,
      title: title,
      settings: settings,
      formulary: formulary,
      mostBasis: mostBasis,
      addedEffects: addedEffects,
      baseline: baseline,
      scales: scales,
      news2: news2,
      rules: rules,
      schedule: Schedule(groups: groups, phases: phases ?? schedule.phases),
      leaving: leaving,
      sources: sources,
      notice: notice
    )
  }
}

extension ScheduleGroup {
  func with(title: String, until last: Int) -> ScheduleGroup {
    ScheduleGroup(
      id: id,
      title: title,
      needs: needs,
      priority: priority,
      overdue: overdue,
      missed: missed,
      slots: slots.filter { $0.minutes <= last },
      baselineSets: baselineSets,
      basis: basis
    )
  }
}
