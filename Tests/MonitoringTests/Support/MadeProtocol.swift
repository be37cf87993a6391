import Monitoring
import SessionRecord

extension MonitoringProtocol {
  /// A protocol of these rules alone.
  static func of(
    _ rules: Rule...,
    baseline: BaselineMethod = .lastBeforeDose
  ) -> MonitoringProtocol {
    made(rules, baseline: baseline)
  }

  /// The same with a schedule.
  static func made(
    _ rules: [Rule],
    baseline: BaselineMethod = .lastBeforeDose,
    schedule: Schedule = .none
  ) -> MonitoringProtocol {
    MonitoringProtocol(
      id: ProtocolID("made"),
      version: "1",
      title: "Made up",
      settings: [.clinic],
      formulary: Formulary(
        medicines: ["ketamine", "ondansetron"],
        ownDrug: "ketamine",
        ownRoute: .intravenous,
        mostMilligramsPerKilogram: nil,
        sameClass: []
      ),
      addedEffects: [],
      baseline: baseline,
      rules: rules,
      schedule: schedule,
      sources: ["made": "made up"]
    )
  }

  /// One of those that come with Vigil.
  static func builtIn(_ builtIn: BuiltInProtocol) throws -> MonitoringProtocol {
    try MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
  }
}

extension Rule {
  static func of(
    _ id: String,
    _ condition: Condition,
    _ priority: Priority = .medium,
    repeats: Bool = false,
    count: Int = 2,
    margin: Int = 0
  ) -> Rule {
    Rule(
      id: RuleID(id),
      condition: condition,
      priority: priority,
      asksForRepeat: repeats,
      clearing: Clearing(count: count, margin: margin * 1_000),
      standing: .proposed,
      sources: ["made"]
    )
  }

  /// A limit in whole units.
  static func limit(
    _ id: String,
    _ sign: VitalSign,
    _ comparison: Comparison,
    _ limit: Int,
    _ priority: Priority = .medium,
    repeats: Bool = false,
    count: Int = 2,
    margin: Int = 0
  ) -> Rule {
    of(
      id,
      .absolute(AbsoluteLimit(sign, comparison, limit: limit * 1_000)),
      priority,
      repeats: repeats,
      count: count,
      margin: margin
    )
  }

  /// Systolic at or over 180, repeat, two values inside by 5: the rule of most stories here.
  static let surge = limit("surge", .systolic, .atOrOver, 180, repeats: true, margin: 5)
  /// The same limit at once, without repeat.
  static let atOnce = limit("at-once", .systolic, .atOrOver, 180, margin: 5)
}
