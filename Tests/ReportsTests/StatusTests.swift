import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// How far an open session is, as its protocol calls it.
struct StatusTests {
  /// The built-in protocol with phases whose names go by minutes alone.
  private func phased() throws -> MonitoringProtocol {
    let small = try ScheduledSession.small()
    return small.with(
      small.schedule.groups,
      small.leaving,
      phases: [
        Schedule.Phase(name: "first 40 minutes", fromMinute: 0),
        Schedule.Phase(name: "recovery", fromMinute: 40),
      ]
    )
  }

  private func status(_ session: AssessedSession, _ now: String) throws -> String {
    StatusText(
      [try session.file(asOf: now)],
      now: try session.log.at(now),
      style: Style(width: 240)
    ).text.spaced
  }

  @Test func `says what the infusion does, and the protocol's phase by minutes beside it`() throws {
    let rules = try phased()
    #expect(
      try status(ScheduledSession.beforeDose(under: rules), "13:06").contains(
        "open since 2026-11-19 13:00, before the dose\n"
      )
    )
    #expect(
      try status(ScheduledSession.running(under: rules), "13:46").contains(
        "T+16 since the first dose, infusion running, phase first 40 minutes\n"
      )
    )
    var paused = try ScheduledSession.running(under: rules)
    try paused.add("13:47", .infusion(.pause))
    #expect(
      try status(paused, "13:48").contains(
        "T+18 since the first dose, infusion paused, phase first 40 minutes\n"
      )
    )
    let stopped = try ScheduledSession.overdue(under: rules)
    #expect(
      try status(stopped, "14:09").contains(
        "T+39 since the first dose, infusion stopped 13:52, phase first 40 minutes\n"
      )
    )
    #expect(try status(stopped, "14:10").contains("infusion stopped 13:52, phase recovery\n"))
    #expect(try status(stopped, "15:30").contains("infusion stopped 13:52, phase recovery\n"))
  }

  @Test func `says how old the last set is, what is due, and for how long it is overdue`() throws {
    let text = try status(ScheduledSession.overdue(), "13:56")
    #expect(text.contains("last set #15 13:50, 6 min ago: SpO2 97%"))
    #expect(text.contains("OVERDUE by 6 min, due 13:50: blood pressure and heart rate, nausea"))
    #expect(try status(ScheduledSession.running(), "13:46").contains("Next: blood pressure"))
  }

  @Test func `names each value that waits to be verified`() throws {
    var session = try ScheduledSession.running()
    try session.add("13:46", try vitals([.heartRate: 172, .spo2: 97], doubtful: [.heartRate]))
    try session.add(
      "13:47",
      .dose(
        try Dose(
          drug: "ketorolac",
          amount: try Amount(thousandths: 30_000, .milligram),
          route: .intravenous,
          unverified: [.drug]
        )
      )
    )
    let text = try status(session, "13:48")
    #expect(
      text.contains(
        "waiting to be verified: HR 172/min (#15 13:46), "
          + "ketorolac 30 mg (0.42 mg/kg) intravenous (#16 13:47)"
      )
    )
    try session.add("13:48", .verification(of: EntryNumber(15)))
    let verified = try status(session, "13:48")
    #expect(!verified.contains("HR 172/min (#15"))
    #expect(verified.contains("ketorolac 30 mg"))
    let json = StatusJSON([try session.file(asOf: "13:48")], now: try session.log.at("13:48")).text
    #expect(json.contains(#""unverified": ["#))
    #expect(json.contains(#""text": "ketorolac 30 mg (0.42 mg/kg) intravenous""#))
  }

  @Test func `the document has phase, infusion, what is due and the criteria`() throws {
    let file = try ScheduledSession.running(under: phased()).file(asOf: "13:46")
    let text = StatusJSON([file], now: file.assessment.asOf).text
    #expect(text.contains(#""phaseName": "first 40 minutes""#))
    #expect(text.contains(#""infusion": "running""#))
    #expect(text.contains(#""secondsUntilDue": 240"#))
    #expect(text.contains(#""allMetSince": null"#))
  }
}
