import Monitoring
import SessionRecord

/// A protocol with a rule of every kind that reckons, scores, combines or waits, made by hand; its
/// numbers mean nothing.
enum EveryKind {
  static func made(words: String = "Tell the prescriber.") throws -> MonitoringProtocol {
    let sample = try SampleProtocol.made()
    return MonitoringProtocol(
      id: sample.id,
      version: "3",
      title: "every kind",
      settings: [.clinic, .telehealth],
      formulary: sample.formulary,
      addedEffects: [EffectName("unsafe behaviour")],
      baseline: .lastBeforeDose,
      scales: scales(words),
      news2: NEWS2Terms(within: .minutes(5), basis: Basis(.proposed, sources: [])),
      rules: valueRules(words) + scoreRules(words) + recordRules,
      schedule: Schedule(groups: [], ifIndicated: [.sign(.rass), .sign(.endTidalCO2)]),
      sources: ["S16": "US label, table 6", "S2": "US label, section 5"]
    )
  }

  static func scales(_ words: String = "moderate") -> [ProtocolScale] {
    let cited = Basis(.cited, sources: ["S2"])
    return [
      ProtocolScale(
        Scale(
          name: "phq-9",
          title: "PHQ-9",
          range: 0...27,
          items: Scale.Items(count: 9, points: 0...3),
          levels: [
            .init(from: 0, name: "minimal"), .init(from: 5, name: "mild"),
            .init(from: 10, name: words == "Tell the prescriber." ? "moderate" : words),
          ]
        ),
        basis: cited
      ),
      ProtocolScale(
        Scale(
          name: "itq",
          title: "ITQ",
          range: 0...2,
          scoring: .itq,
          items: TraumaQuestionnaire.items,
          levels: [.init(from: 1, name: "PTSD"), .init(from: 2, name: "complex PTSD")]
        ),
        basis: Basis(.general, sources: [])
      ),
      ProtocolScale(
        Scale(name: "moaas", title: "MOAA/S", range: 0...5, worse: .lower, sign: .moaas),
        basis: cited
      ),
    ]
  }

  private static func valueRules(_ words: String) -> [Rule] {
    [
      rule("map.high", .derived(DerivedLimit(.meanPressure, .over, limit: 130_000)), .medium),
      rule(
        "map.low",
        .derived(DerivedLimit(.meanPressure, .under, limit: 65_000)),
        .high,
        isStopCriterion: true,
        text: words
      ),
      rule("si", .derived(DerivedLimit(.shockIndex, .atOrOver, limit: 900)), .info),
      rule("pp", .derived(DerivedLimit(.pulsePressure, .under, limit: 20_000)), .info, isOff: true),
      rule(
        "bp.rate",
        .rate(RateOfChange(.systolic, .atOrOver, by: 30_000, withinMinutes: 10)),
        .low
      ),
      rule(
        "bp.notfall",
        .notFalling(NotFalling(.systolic, over: 20_000, minutes: 10, since: .start)),
        .medium
      ),
      rule(
        "bp.hold",
        .absolute(AbsoluteLimit(.systolic, .over, limit: 140_000)),
        .medium,
        window: .beforeStart
      ),
      rule(
        "hr.sustained",
        .absolute(AbsoluteLimit(.heartRate, .over, limit: 120_000)),
        .medium,
        sustained: .minutes(5)
      ),
      rule(
        "spo2.two",
        .absolute(AbsoluteLimit(.spo2, .atOrUnder, limit: 85_000)),
        .low,
        spo2Scale: .two
      ),
      rule(
        "sed.late",
        .absolute(AbsoluteLimit(.moaas, .under, limit: 5_000)),
        .medium,
        window: .from(minutes: 117),
        sustained: .readings(2)
      ),
    ]
  }

  private static func scoreRules(_ words: String) -> [Rule] {
    let over = Condition.absolute(AbsoluteLimit(.systolic, .atOrOver, limit: 160_000))
    let headache = Condition.severity(EffectSeverity(atLeast: .moderate, only: [.headache]))
    return [
      rule("news2.4", .news2(.total(atLeast: 4)), .medium),
      rule("news2.single", .news2(.single), .low),
      rule("phq-9", .scale(ScaleLimit("phq-9", .atOrOver, limit: 10)), .medium),
      rule("phq-9.item9", .scale(ScaleLimit("phq-9", .atOrOver, limit: 1, item: 9)), .medium),
      rule(
        "sx.bp",
        .combination(
          Combination(
            [.init(any: [headache, .crisis(CrisisWord())]), .init(any: [over])],
            withinMinutes: 15,
            title: "headache with high blood pressure"
          )
        ),
        .high,
        text: words
      ),
      rule("diss.unsafe", .presence(EffectPresence([EffectName("unsafe behaviour")])), .high),
      rule("diss.late", .lasting(LastingEffect([.dissociation], .untilMinute(120))), .medium),
    ]
  }

  private static let recordRules = [
    rule("dose.high", .furtherDose(FurtherDose(.whileHigh)), .high),
    rule("dose.early", .furtherDose(FurtherDose(.soonerThan(minutes: 25))), .medium),
    rule("line", .lasting(LastingEffect([EffectName("line lost")], .minutes(2))), .medium),
    rule("chaperone", .presence(EffectPresence([EffectName("chaperone away")])), .medium),
    rule("staff", .unattended(Unattended(minutes: 15)), .medium),
  ]

  private static func rule(
    _ id: String,
    _ condition: Condition,
    _ priority: Priority,
    window: RuleWindow = .always,
    sustained: Sustained? = nil,
    spo2Scale: SpO2Scale? = nil,
    isOff: Bool = false,
    isStopCriterion: Bool = false,
    text: String = ""
  ) -> Rule {
    Rule(
      id: RuleID(id),
      condition: condition,
      priority: priority,
      asksForRepeat: false,
      clearing: Clearing(count: 1, margin: 0),
      window: window,
      sustained: sustained,
      spo2Scale: spo2Scale,
      isOff: isOff,
      isStopCriterion: isStopCriterion,
      text: text,
      standing: .cited,
      sources: ["S16"]
    )
  }
}
