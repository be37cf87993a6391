import Monitoring
import SessionRecord

extension ScheduleGroup {
  /// Systolic, diastolic and heart rate at these minutes, ±3, overdue at +5, missed at +15.
  static func pressure(
    _ minutes: Int...,
    marks: [Int: SlotMark] = [:],
    baselineSets: Int = 0,
    priority: Priority = .low
  ) -> ScheduleGroup {
    of(
      "bp",
      [.sign(.systolic), .sign(.diastolic), .sign(.heartRate)],
      minutes,
      marks: marks,
      baselineSets: baselineSets,
      priority: priority
    )
  }

  static func of(
    _ id: String,
    _ needs: [Need],
    _ minutes: [Int],
    marks: [Int: SlotMark] = [:],
    tolerance: Int = 3,
    baselineSets: Int = 0,
    priority: Priority = .low
  ) -> ScheduleGroup {
    let basis = Basis(.proposed, sources: ["made"])
    return ScheduleGroup(
      id: GroupID(id),
      title: "\(id) set",
      needs: needs,
      priority: priority,
      overdue: .minutes(5),
      missed: .minutes(15),
      slots: minutes.map { minutes in
        PlannedSlot(
          minutes: minutes,
          tolerance: .minutes(tolerance),
          mark: marks[minutes] ?? .required,
          basis: basis
        )
      },
      baselineSets: baselineSets,
      basis: basis
    )
  }
}

extension MonitoringProtocol {
  /// A protocol of this schedule, with these rules.
  static func scheduled(_ groups: ScheduleGroup..., rules: [Rule] = []) -> MonitoringProtocol {
    made(rules, schedule: Schedule(groups: groups))
  }
}

extension SessionScript {
  /// Opened at minute 0, dosed at minute 20: T+10 is minute 30.
  static func dosed() throws -> SessionScript {
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(20))
    return session
  }

  func slots(
    under monitoringProtocol: MonitoringProtocol,
    asOf: Instant
  ) -> [SlotState] {
    assessed(under: monitoringProtocol, asOf: asOf).schedule.first?.slots.map(\.state) ?? []
  }

  /// Overdue flags in words: `slot 10 25…30 #1`, the instants as minutes after opening.
  func overdue(under monitoringProtocol: MonitoringProtocol, asOf: Instant) -> [String] {
    flags(under: monitoringProtocol, asOf: asOf).filter { $0.identity.entry == nil }.map { flag in
      let end = flag.state.clearedAt.map { minuteText($0) } ?? ""
      let gone = flag.retractedBy.map { " gone by #\($0)" } ?? ""
      return "\(flag.identity.cause.words) \(minuteText(flag.raised))…\(end)\(gone)"
    }
  }
}

private func minuteText(_ instant: Instant) -> String {
  decimal((instant - SessionScript.start).milliseconds / 60)
}

extension FlagCause {
  fileprivate var words: String {
    switch self {
    case .entry(let entry): "entry \(entry)"
    case .slot(let minutes): "slot \(minutes)"
    case .baseline: "baseline"
    case .silence: "silence"
    }
  }
}

extension Content {
  /// A complete set of pressure and pulse.
  static func set(_ systolic: Int = 120, _ diastolic: Int = 80, pulse: Int = 70) throws -> Content {
    .vitals(
      try Vitals([
        .systolic: .measured(try Quantity(.systolic, systolic), verified: true),
        .diastolic: .measured(try Quantity(.diastolic, diastolic), verified: true),
        .heartRate: .measured(try Quantity(.heartRate, pulse), verified: true),
      ])
    )
  }

  /// Signs that were looked for and not obtained.
  static func notObtained(_ signs: VitalSign...) throws -> Content {
    .vitals(
      try Vitals(
        Dictionary(
          signs.map { ($0, Reading.notObtained(because: "cuff error")) },
          uniquingKeysWith: { first, _ in first }
        )
      )
    )
  }

  static func deferring(_ subject: Deferral.Subject = .bloodPressure) -> Content {
    .deferred(Deferral(subject, reason: "asleep"))
  }
}
