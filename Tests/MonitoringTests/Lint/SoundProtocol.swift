import Monitoring
import SessionRecord

/// A protocol in which no lint finds anything, in parts that a test changes one of.
struct SoundProtocol {
  static let own = Basis(.clinic, sources: ["ours"])

  var rules: [Rule] = [
    .limit("sys", .systolic, .atOrOver, 180, repeats: true, margin: 5),
    .of("rise", .change(BaselineChange(.systolic, .atOrOver, .absolute(40_000))), .low, margin: 5),
    .limit("sed", .moaas, .atOrUnder, 2, .high),
    .of("mood", .scale(ScaleLimit("phq-9", .atOrOver, limit: 20)), .low),
    .of("sore", .severity(EffectSeverity(atLeast: .severe, except: [.dissociation]))),
    .of("doubt", .unverified(UnverifiedValue()), .low),
    .of("cry", .crisis(CrisisWord())),
  ]
  var groups: [ScheduleGroup] = [
    .pressure(20, 60, 120, baselineSets: 1),
    .of("calm", [.sign(.moaas)], [60, 120]),
    .of("once", [.effect(.dissociation)], [40]),
  ]
  var phases = [Schedule.Phase(name: "first hour", fromMinute: 0)]
  var ifIndicated: [Need] = [.scale("phq-9"), .sign(.weight)]
  var scales = [ProtocolScale(SoundProtocol.mood, basis: own)]
  var leaving = [SoundProtocol.after(120)]
  var settings = [Setting.clinic]
  var gates: [Gate] = []
  /// Whether every hold limit is in a gate besides these.
  var holdsAreGated = true
  var course: [CourseRule] = []
  var afterCare: [AfterCareTask] = []
  var news2: NEWS2Terms?
  var baseline = BaselineMethod.lastBeforeDose
  var sources = ["ours": "Our own policy of 2026.", "made": "Made up for tests."]

  static let mood = Scale(
    name: "phq-9",
    title: "PHQ-9",
    range: 0...27,
    items: Scale.Items(count: 9, points: 0...3),
    levels: [Scale.Level(from: 5, name: "mild"), Scale.Level(from: 10, name: "moderate")]
  )

  static func after(_ minutes: Int) -> LeavingCriterion {
    LeavingCriterion(
      id: CriterionID("time"),
      title: "time",
      requirement: .minutesSinceStart(minutes),
      basis: own
    )
  }

  static func settled(
    _ id: String,
    _ sign: VitalSign,
    atLeast: Int? = nil,
    atMost: Int? = nil
  ) -> LeavingCriterion {
    LeavingCriterion(
      id: CriterionID(id),
      title: id,
      requirement: .value(
        SettledValue(
          sign: sign,
          atLeast: atLeast.map { $0 * 1_000 },
          atMost: atMost.map { $0 * 1_000 },
          noOlderThan: .minutes(30),
          orBaseline: false,
          onRoomAir: false
        )
      ),
      basis: own
    )
  }

  static func scale(_ range: ClosedRange<Int>, _ levels: (Int, String)...) -> Scale {
    Scale(
      name: "nrs",
      title: "NRS",
      range: range,
      levels: levels.map { Scale.Level(from: $0.0, name: $0.1) }
    )
  }

  var findings: [ProtocolFinding] {
    MonitoringProtocol(
      id: ProtocolID("sound"),
      version: "1",
      title: "Sound",
      settings: settings,
      formulary: Formulary(
        medicines: ["ketamine"],
        ownDrug: "ketamine",
        ownRoute: .intravenous,
        mostMilligramsPerKilogram: nil,
        sameClass: []
      ),
      addedEffects: [],
      baseline: baseline,
      scales: scales,
      news2: news2,
      rules: rules,
      schedule: Schedule(
        groups: groups,
        phases: phases,
        ifIndicated: ifIndicated,
        basis: groups.isEmpty ? nil : SoundProtocol.own
      ),
      leaving: leaving,
      gates: gates + holds,
      course: course,
      afterCare: afterCare,
      sources: sources
    ).findings()
  }

  private var holds: [Gate] {
    let limits = rules.filter { rule in
      if case .change = rule.condition, baseline != .firstReading { return false }
      return rule.window == .beforeStart && !rule.isOff
    }
    return holdsAreGated && !limits.isEmpty ? [.holding(limits.map(\.id.text), id: "limits")] : []
  }

  mutating func add(_ rules: Rule...) { self.rules += rules }
  mutating func add(_ scale: Scale) { scales.append(ProtocolScale(scale, basis: Self.own)) }
}

extension Rule {
  /// The rule with parts that only some of these tests want.
  func with(
    window: RuleWindow = .always,
    sustained: Sustained? = nil,
    scale: SpO2Scale? = nil,
    isOff: Bool = false,
    isStopCriterion: Bool = false,
    standing: Standing = .proposed,
    sources: [String] = ["made"]
  ) -> Rule {
    Rule(
      id: id,
      condition: condition,
      priority: priority,
      asksForRepeat: asksForRepeat,
      clearing: clearing,
      window: window,
      sustained: sustained,
      spo2Scale: scale,
      isOff: isOff,
      isStopCriterion: isStopCriterion,
      standing: standing,
      sources: sources
    )
  }
}
