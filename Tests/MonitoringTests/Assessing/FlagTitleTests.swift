import Monitoring
import SessionRecord
import Testing

@Suite struct FlagTitleTests {
  @Test(arguments: [
    (
      Condition.absolute(AbsoluteLimit(.diastolic, .over, limit: 120_000)),
      "diastolic over 120 mmHg"
    ),
    (
      .absolute(AbsoluteLimit(.heartRate, .atOrUnder, limit: 50_000)),
      "heart rate at or under 50/min"
    ),
    (.absolute(AbsoluteLimit(.spo2, .under, limit: 90_000)), "SpO2 under 90%"),
    (
      .absolute(AbsoluteLimit(.temperature, .atOrOver, limit: 39_100)),
      "temperature at or over 39.1 °C"
    ),
    (.absolute(AbsoluteLimit(.moaas, .atOrUnder, limit: 3_000)), "MOAA/S at or under 3"),
    (.absolute(AbsoluteLimit(.rass, .atOrOver, limit: 2_000)), "RASS at or over +2"),
    (.absolute(AbsoluteLimit(.rass, .atOrUnder, limit: -3_000)), "RASS at or under -3"),
    (.absolute(AbsoluteLimit(.meanArterial, .over, limit: 130_000)), "MAP over 130 mmHg"),
    (
      .change(BaselineChange(.heartRate, .atOrOver, .absolute(30_000))),
      "heart rate at or over baseline + 30/min"
    ),
    (
      .change(BaselineChange(.systolic, .under, .percent(-20_000))),
      "systolic under baseline - 20%"
    ),
    (.consciousness(ConsciousnessLimit(.pain)), "ACVPU P or U"),
    (.consciousness(ConsciousnessLimit(.unresponsive)), "ACVPU U"),
    (.crisis(CrisisWord()), "crisis word, or blood pressure unrecordable"),
    (
      .severity(EffectSeverity(atLeast: .severe, except: [.dissociation])),
      "any effect but dissociation, severe"
    ),
    (
      .severity(EffectSeverity(atLeast: .mild, only: [.headache, .vomiting])),
      "headache or vomiting, mild or worse"
    ),
    (.distressing(DistressingEffect()), "any effect, distressing"),
    (.unverified(UnverifiedValue()), "value or dose outside what is expected, until verified"),
  ])
  func `a rule says its limit with the unit`(condition: Condition, title: String) {
    #expect(Rule.of("rule", condition).title == title)
  }
}
