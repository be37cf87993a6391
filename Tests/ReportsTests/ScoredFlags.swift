import Monitoring
import SessionRecord
import Testing

/// The scored session's flags, worked out by hand.
struct ScoredFlags {
  private(set) var all: [Flag] = []
  private let log: SampleLog
  private let rules: MonitoringProtocol

  init(_ log: SampleLog, _ rules: MonitoringProtocol, _ words: String) throws {
    self.log = log
    self.rules = rules
    try add(
      "news2.4",
      .news2,
      4,
      "13:40",
      reckoned: Reckoned(4_000, isAtLeast: true),
      limit: BrokenLimit(comparison: .atOrOver, numerator: 4_000)
    )
    try add(
      "bp.rate",
      .rate(.systolic),
      5,
      "13:44",
      reckoned: Reckoned(34_000),
      limit: BrokenLimit(comparison: .atOrOver, numerator: 30_000)
    )
    try add(
      "map.high",
      .derived(.meanPressure),
      5,
      "13:44",
      reckoned: Reckoned(394_000, over: 3),
      limit: BrokenLimit(comparison: .over, numerator: 130_000),
      cleared: "13:50"
    )
    try add(
      "map.low",
      .derived(.meanPressure),
      6,
      "13:50",
      reckoned: Reckoned(194_000, over: 3),
      limit: BrokenLimit(comparison: .under, numerator: 65_000),
      stop: true
    )
    try add(
      "si",
      .derived(.shockIndex),
      6,
      "13:50",
      reckoned: Reckoned(110_000, over: 92),
      limit: BrokenLimit(comparison: .atOrOver, numerator: 900)
    )
    let ten = BrokenLimit(comparison: .atOrOver, numerator: 10_000)
    try add("phq-9", .scale("phq-9"), 7, "13:52", reckoned: Reckoned(12_000), limit: ten)
    let one = BrokenLimit(comparison: .atOrOver, numerator: 1_000)
    try add("phq-9.item9", .scale("phq-9"), 7, "13:52", reckoned: Reckoned(2_000), limit: one)
    try add("sx.bp", .rule(RuleID("sx.bp")), 9, "13:55")
    try add("dose.high", .rule(RuleID("dose.high")), 11, "13:58", isProcess: true)
    let line = EffectName("line lost")
    try add(
      "line",
      .effect(line),
      10,
      "13:56",
      raised: "13:58",
      effect: SideEffect(line),
      isProcess: true,
      cleared: "13:59"
    )
    let chaperone = EffectName("chaperone away")
    try add(
      "chaperone",
      .effect(chaperone),
      13,
      "14:00",
      effect: SideEffect(chaperone),
      isProcess: true
    )
    try add("staff", .rule(RuleID("staff")), 13, nil, raised: "14:15", isProcess: true)
  }

  private mutating func add(
    _ id: String,
    _ measure: Measure,
    _ entry: Int,
    _ observed: String?,
    raised: String? = nil,
    reckoned: Reckoned? = nil,
    effect: SideEffect? = nil,
    limit: BrokenLimit? = nil,
    isProcess: Bool = false,
    stop: Bool = false,
    cleared: String? = nil
  ) throws {
    let rule = try #require(rules.rules.first { $0.id.text == id })
    let readings = try observed.map {
      [
        BreakingReading(
          entry: EntryNumber(entry),
          observed: try log.at($0),
          effect: effect,
          reckoned: reckoned
        )
      ]
    }
    let at = try log.at(try #require(raised ?? observed))
    let end = try cleared.map { try log.at($0) }
    all.append(
      Flag(
        identity: FlagIdentity(rule: rule.id, entry: EntryNumber(entry)),
        number: FlagNumber(all.count + 1),
        measure: measure,
        title: rule.title,
        text: rule.text,
        isProcess: isProcess,
        isStopCriterionMet: stop,
        protocolPriority: rule.priority,
        priority: rule.priority,
        limit: limit,
        readings: readings ?? [],
        peak: readings?.first,
        raised: at,
        known: at,
        state: end.map { .cleared(at: $0, repeated: true) }
          ?? .confirmed(at: at, repeated: true),
        confirmed: at,
        backInside: end,
        acknowledgements: [],
        retractedBy: nil
      )
    )
  }
}
