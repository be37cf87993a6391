import Monitoring
import SessionRecord

/// A schedule of two groups with few slots, made by hand, so that each slot of a test can be counted.
enum HandPlan {
  /// Blood pressure at T+10 to T+30, at T+60 and at T+120, T+30 being a peak reading; sedation at T+20,
  /// T+30 and T+60.
  ///
  /// Within 3 min; overdue after 5 min, missed after 15 min; one baseline set of blood pressure.
  static func made() throws -> MonitoringProtocol {
    try SampleProtocol.made().with([pressure, sedation], [])
  }

  private static let pressure = group(
    "bp",
    "blood pressure",
    [.sign(.systolic), .sign(.diastolic)],
    [(10, .required), (20, .required), (30, .peak), (60, .required), (120, .required)],
    baselineSets: 1
  )

  private static let sedation = group(
    "sed",
    "sedation",
    [.sign(.moaas)],
    [(20, .required), (30, .required), (60, .required)],
    baselineSets: 0
  )

  private static func group(
    _ id: String,
    _ title: String,
    _ needs: [Need],
    _ slots: [(minutes: Int, mark: SlotMark)],
    baselineSets: Int
  ) -> ScheduleGroup {
    let proposed = Basis(.proposed, sources: [])
    return ScheduleGroup(
      id: GroupID(id),
      title: title,
      needs: needs,
      priority: .medium,
      overdue: .minutes(5),
      missed: .minutes(15),
      slots: slots.map {
        PlannedSlot(minutes: $0.minutes, tolerance: .minutes(3), mark: $0.mark, basis: proposed)
      },
      baselineSets: baselineSets,
      basis: proposed
    )
  }

  /// Opened 13:00, a set at 13:05, the dose at 13:15, so that T+20 is 13:35.
  static func dosed() throws -> AssessedSession {
    var session = try AssessedSession(under: made())
    try session.add("13:05", try pressures(124, 78))
    try session.add("13:15", try ScheduledSession.ketamine())
    return session
  }

  static func pressures(_ systolic: Int, _ diastolic: Int) throws -> Content {
    try vitals([.systolic: systolic, .diastolic: diastolic])
  }

  static func deferral(_ subject: Deferral.Subject) -> Content {
    .deferred(Deferral(subject, reason: "asleep"))
  }
}
