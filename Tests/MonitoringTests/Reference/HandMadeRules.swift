import Monitoring
import SessionRecord
import Testing

extension HandMade {
  /// A session under these rules, without a schedule.
  init(
    under rules: Rule...,
    news2 minutes: Int? = nil,
    spo2Scale: SpO2Scale = .one,
    schedule: [PlannedSlot] = []
  ) throws {
    try self.init(schedule, rules: rules, spo2Scale: spo2Scale)
    let basis = Basis(.proposed, sources: ["made"])
    monitoringProtocol = MonitoringProtocol(
      id: monitoringProtocol.id,
      version: monitoringProtocol.version,
      title: monitoringProtocol.title,
      settings: monitoringProtocol.settings,
      formulary: monitoringProtocol.formulary,
      addedEffects: [],
      baseline: .lastBeforeDose,
      news2: minutes.map { NEWS2Terms(within: .minutes($0), basis: basis) },
      rules: rules,
      schedule: schedule.isEmpty ? .none : monitoringProtocol.schedule,
      sources: monitoringProtocol.sources
    )
  }

  /// Says the same of the flags that rules raise, of the reference and of the engine.
  func expectFlags(
    asOf: Instant,
    _ expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let reference = ReferenceAssessment(log, under: monitoringProtocol, asOf: asOf).flags
    let engine = assess(log, under: monitoringProtocol, asOf: asOf).flags
    for (side, found) in [("reference", reference), ("engine", engine)] {
      #expect(
        found.map(HandMade.life) == expected,
        Comment(rawValue: side),
        sourceLocation: sourceLocation
      )
    }
  }

  /// Rule and entry, the readings with what was reckoned, and the life of the flag.
  private static func life(_ flag: Flag) -> String {
    let readings = flag.readings.map { AssessmentText.reading($0, of: flag.measure) }
    var words = "\(flag.identity.rule)/\(SessionText.cause(flag.identity.cause))"
    words += " [\(readings.joined(separator: " "))] raised \(SessionText.time(flag.raised))"
    switch flag.state {
    case .unconfirmed: words += " unconfirmed"
    case .confirmed(_, repeated: false): words += " not repeated"
    case .confirmed, .cleared: break
    case .clearedOnRepeat: words += " on repeat"
    }
    if let cleared = flag.state.clearedAt { words += " cleared \(SessionText.time(cleared))" }
    if flag.isStopCriterionMet { words += " stop" }
    if flag.isAcknowledged { words += " acknowledged" }
    if let remover = flag.retractedBy { words += " retracted by \(remover)" }
    return words
  }
}

extension Rule {
  /// A rule with what only some have.
  static func having(
    _ id: String,
    _ condition: Condition,
    _ priority: Priority = .medium,
    repeats: Bool = false,
    count: Int = 1,
    window: RuleWindow = .always,
    sustained: Sustained? = nil,
    spo2Scale: SpO2Scale? = nil,
    isOff: Bool = false,
    isStop: Bool = false
  ) -> Rule {
    Rule(
      id: RuleID(id),
      condition: condition,
      priority: priority,
      asksForRepeat: repeats,
      clearing: Clearing(count: count, margin: 0),
      window: window,
      sustained: sustained,
      spo2Scale: spo2Scale,
      isOff: isOff,
      isStopCriterion: isStop,
      standing: .proposed,
      sources: ["made"]
    )
  }
}

extension Condition {
  /// In whole units.
  static func limit(_ sign: VitalSign, _ comparison: Comparison, _ limit: Int) -> Condition {
    .absolute(AbsoluteLimit(sign, comparison, limit: limit * 1_000))
  }
}

extension Content {
  /// Measured values in whole units.
  static func values(_ values: [VitalSign: Int], unverified: Set<VitalSign> = []) throws -> Content
  {
    var readings: [VitalSign: Reading] = [:]
    for (sign, whole) in values {
      readings[sign] = .measured(try Quantity(sign, whole), verified: !unverified.contains(sign))
    }
    return .vitals(try Vitals(readings))
  }

  static func score(_ score: Int, items: [Int] = []) -> Content {
    .scale(ScaleScore(scale: "phq-9", score: score, items: items))
  }
}
