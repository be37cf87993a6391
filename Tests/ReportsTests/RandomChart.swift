import Monitoring
import SessionRecord
import TestSupport
import Testing

/// A session by chance: limits close to each other and to the values, sets in heaps and far apart,
/// values missing or not verified, effects, doses and notes.
struct RandomChart {
  private var random: SeededGenerator
  private var session: AssessedSession

  static func file(seed: UInt64) throws -> SessionFile {
    var made = try RandomChart(seed: seed)
    return try made.file()
  }

  private init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    session = try AssessedSession(under: RandomChart.limits(&random))
  }

  private static func limits(_ random: inout SeededGenerator) throws -> MonitoringProtocol {
    let sample = try SampleProtocol.made()
    var rules: [Rule] = []
    for number in 0..<random.number(0...8) {
      let sign = random.pick([VitalSign.systolic, .diastolic, .heartRate, .spo2])
      let comparison = random.pick([Comparison.atOrOver, .over, .atOrUnder, .under])
      let centre = sign == .spo2 ? 94 : sign == .systolic ? 140 : 90
      let limit = (centre + random.number(-12...12)) * 1_000
      let change = BaselineChange(
        sign,
        comparison,
        .percent((comparison.isUpper ? 1 : -1) * random.number(1...30) * 1_000)
      )
      let condition: Condition =
        random.chance(60)
        ? .absolute(AbsoluteLimit(sign, comparison, limit: limit)) : .change(change)
      rules.append(
        Rule(
          id: RuleID("r\(number)"),
          condition: condition,
          priority: random.pick(Priority.allCases),
          asksForRepeat: random.chance(50),
          clearing: Clearing(count: 2, margin: 0),
          standing: .clinic,
          sources: []
        )
      )
    }
    return MonitoringProtocol(
      id: ProtocolID("by-chance"),
      version: "1",
      title: "By chance",
      settings: sample.settings,
      formulary: sample.formulary,
      addedEffects: sample.addedEffects,
      baseline: .meanBeforeDose,
      rules: rules,
      sources: [:]
    )
  }

  private mutating func file() throws -> SessionFile {
    let start = try session.log.at("13:00")
    let length = random.pick([3, 45, 150, 240, 720, 3_000])
    let doseAt = random.chance(80) ? random.number(0...length) : nil
    var times = (0..<random.number(0...40)).map { _ in random.number(0...length) }
    if random.chance(50) { times += times.map { $0 + random.number(0...1) } }
    for minute in times.sorted() {
      let at = start + .minutes(minute)
      if let doseAt, minute >= doseAt, !given { try addDose(start + .minutes(doseAt)) }
      try session.addAt(at, try something())
    }
    let end = start + .minutes(length + 2)
    if random.chance(60) { try session.addAt(end, .closed) }
    return try session.file(at: end)
  }

  private var given = false

  private mutating func addDose(_ at: Instant) throws {
    given = true
    let dose = try Dose(
      drug: "ketamine",
      amount: try Amount(thousandths: 36_000, .milligram),
      route: .intravenous,
      overMinutes: random.chance(70) ? random.number(1...60) : nil
    )
    try session.addAt(at, .dose(dose))
  }

  private mutating func something() throws -> Content {
    switch random.number(1...10) {
    case 1: return .note("note \(random.number(1...9))")
    case 2:
      let name = random.pick(["dissociation", "nausea", "blurred vision", "吐き気", "headache"])
      if random.chance(40) {
        return .effect(SideEffect(EffectName(name), course: random.pick([.gone, .better, .worse])))
      }
      let grade = random.pick(Severity.allCases)
      return .effect(SideEffect(EffectName(name), grade: .words(grade)))
    case 3:
      return .dose(
        try Dose(
          drug: random.pick(["ondansetron", "labetalol", "氯胺酮"]),
          amount: try Amount(thousandths: 4_000, .milligram),
          route: .intravenous
        )
      )
    case 4:
      return try vitals([.heartRate: random.number(40...130)], others: missing())
    default: return try set()
    }
  }

  private func missing() -> [VitalSign: Reading] {
    [
      .systolic: .unrecordable, .diastolic: .unrecordable,
      .spo2: .notObtained(because: "cold hands"),
    ]
  }

  private mutating func set() throws -> Content {
    let systolic = random.number(70...220)
    var values: [VitalSign: Int] = [
      .systolic: systolic, .diastolic: random.number(30...min(200, systolic - 1)),
    ]
    if random.chance(80) { values[.heartRate] = random.number(20...190) }
    if random.chance(80) { values[.spo2] = random.number(80...100) }
    if random.chance(50) { values[.respiratoryRate] = random.number(6...30) }
    var doubtful: Set<VitalSign> = []
    for sign in values.keys.sorted() where random.chance(10) { doubtful.insert(sign) }
    return try vitals(
      values,
      doubtful: doubtful,
      others: random.chance(20) ? [.temperature: .notUsable(written: "0")] : [:]
    )
  }
}
