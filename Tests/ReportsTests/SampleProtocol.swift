import Monitoring
import SessionRecord

/// A protocol with a rule of every kind, made by hand; its numbers mean nothing.
enum SampleProtocol {
  static func made(
    title: String = "Racemic ketamine, 0.5 mg/kg over 40 min"
  ) throws
    -> MonitoringProtocol
  {
    MonitoringProtocol(
      id: ProtocolID("iv-0.5-40"),
      version: "1",
      title: title,
      settings: [.clinic],
      formulary: Formulary(
        medicines: ["ketamine", "ondansetron"],
        ownDrug: "ketamine",
        ownRoute: .intravenous,
        mostMilligramsPerKilogram: 500,
        sameClass: ["esketamine"]
      ),
      addedEffects: [EffectName("hiccups")],
      baseline: .lastBeforeDose,
      rules: rules,
      sources: ["S16": "US label, table 6", "S2": "US label, section 5"]
    )
  }

  private static var rules: [Rule] {
    let two = Clearing(count: 2, margin: 5_000)
    let one = Clearing(count: 1, margin: 0)
    return [
      Rule(
        id: RuleID("bp.sys.crit"),
        condition: .absolute(AbsoluteLimit(.systolic, .atOrOver, limit: 180_000)),
        priority: .medium,
        asksForRepeat: true,
        clearing: two,
        standing: .cited,
        sources: ["S16"]
      ),
      Rule(
        id: RuleID("bp.sys.rise"),
        condition: .change(BaselineChange(.systolic, .atOrOver, .absolute(40_000))),
        priority: .medium,
        asksForRepeat: true,
        clearing: two,
        text: "the label's rise",
        standing: .cited,
        sources: ["S2"]
      ),
      Rule(
        id: RuleID("bp.sys.fall"),
        condition: .change(BaselineChange(.systolic, .under, .percent(-20_000))),
        priority: .low,
        asksForRepeat: true,
        clearing: two,
        standing: .adapted,
        sources: []
      ),
      Rule(
        id: RuleID("spo2.low"),
        condition: .absolute(AbsoluteLimit(.spo2, .atOrUnder, limit: 93_000)),
        priority: .low,
        asksForRepeat: true,
        clearing: Clearing(count: 2, margin: 1_000),
        standing: .proposed,
        sources: []
      ),
      Rule(
        id: RuleID("acvpu"),
        condition: .consciousness(ConsciousnessLimit(.pain)),
        priority: .high,
        asksForRepeat: false,
        clearing: one,
        standing: .general,
        sources: []
      ),
      Rule(
        id: RuleID("sx.crisis"),
        condition: .crisis(CrisisWord()),
        priority: .high,
        asksForRepeat: false,
        clearing: one,
        standing: .cited,
        sources: ["S2"]
      ),
      Rule(
        id: RuleID("sx.severe"),
        condition: .severity(
          EffectSeverity(atLeast: .severe, only: [EffectName("nausea"), .headache])
        ),
        priority: .medium,
        asksForRepeat: false,
        clearing: one,
        standing: .clinic,
        sources: []
      ),
      Rule(
        id: RuleID("diss.distress"),
        condition: .distressing(DistressingEffect(only: [.dissociation])),
        priority: .medium,
        asksForRepeat: false,
        clearing: one,
        standing: .proposed,
        sources: []
      ),
      Rule(
        id: RuleID("unverified"),
        condition: .unverified(UnverifiedValue()),
        priority: .low,
        asksForRepeat: false,
        clearing: one,
        standing: .proposed,
        sources: []
      ),
    ]
  }
}
