import Foundation
import Monitoring
import SessionRecord
import Testing

/// The rule kinds of the wide protocol, and what rules on values may have besides.
@Suite struct RuleKindReaderTests {
  private let wide: MonitoringProtocol

  init() throws {
    wide = try MonitoringProtocol(reading: Array(WideProtocol.text.utf8), from: "ours.json")
  }

  private func rule(_ id: String) throws -> Rule {
    try #require(wide.rules.first { $0.id == RuleID(id) })
  }

  private static let systolic = AbsoluteLimit(.systolic, .over, limit: 140_000)
  private static let mean = DerivedLimit(.meanPressure, .under, limit: 65_000)
  private static let unsafe = EffectPresence(["hiccups", "chaperone away"].map(EffectName.init))
  private static let climb = RateOfChange(.systolic, .atOrOver, by: 30_000, withinMinutes: 10)
  private static let rise = NotFalling(.systolic, over: 20_000, minutes: 30, since: .infusion)

  private static let conditions: [(String, Condition)] = [
    ("mean", .derived(mean)),
    ("climb", .rate(climb)),
    ("fall", .rate(RateOfChange(.rass, .under, by: -3_000, withinMinutes: 20))),
    ("rise", .notFalling(rise)),
    ("unsafe", .presence(unsafe)),
    ("long", .lasting(LastingEffect([EffectName("line lost")], .minutes(2)))),
    (
      "still",
      .lasting(LastingEffect([.dissociation], atLeast: .moderate, .untilMinute(120)))
    ),
    ("mood", .scale(ScaleLimit("phq-9", .atOrOver, limit: 20))),
    ("pain", .scale(ScaleLimit("nrs-pain", .atOrOver, limit: 7))),
    ("score", .news2(.total(atLeast: 5))),
    ("alone", .news2(.single)),
    ("again", .furtherDose(FurtherDose(.whileHigh))),
    ("soon", .furtherDose(FurtherDose(.soonerThan(minutes: 25)))),
    ("nobody", .unattended(Unattended(minutes: 15))),
  ]

  @Test(arguments: conditions)
  func `reads what breaks a rule of its kind`(id: String, condition: Condition) throws {
    #expect(try rule(id).condition == condition)
  }

  @Test func `a combination has all of its parts, and a rule that it names may stand later`() throws
  {
    let headache = EffectSeverity(atLeast: .moderate, only: [.headache])
    #expect(
      try rule("together").condition
        == .combination(
          Combination(
            [
              Combination.Part(any: [.severity(headache), .crisis(CrisisWord())]),
              Combination.Part(
                any: [
                  .absolute(Self.systolic), .derived(Self.mean),
                  .derived(DerivedLimit(.shockIndex, .over, limit: 1_000)),
                ]
              ),
            ],
            withinMinutes: 15,
            title: "headache and pressure"
          )
        )
    )
  }

  @Test func `any of some conditions is one part, of every kind that may be written there`() throws
  {
    let alternatives: [Condition] = [
      .absolute(AbsoluteLimit(.moaas, .atOrUnder, limit: 3_000)),
      .change(BaselineChange(.systolic, .over, .absolute(50_000))),
      .consciousness(ConsciousnessLimit(.pain)),
      .distressing(DistressingEffect(except: [EffectName("nausea")])),
      .presence(EffectPresence([EffectName("vomiting")])),
      .scale(ScaleLimit("phq-9", .over, limit: 0, item: 9)),
      .furtherDose(FurtherDose(.always)),
      .furtherDose(FurtherDose(.soonerThan(minutes: 30))),
      .presence(Self.unsafe),
    ]
    #expect(
      try rule("either").condition
        == .combination(
          Combination([Combination.Part(any: alternatives)], withinMinutes: 0, title: "one of many")
        )
    )
  }

  @Test func `reads windows, runs and the scale of SpO2, and none where none is written`() throws {
    #expect(try rule("sys").window == .beforeStart)
    #expect(try rule("late").window == .from(minutes: 117))
    #expect(try rule("mean").window == .from(minutes: 0))
    #expect(try rule("late").sustained == .readings(3))
    #expect(try rule("fast").sustained == .minutes(5))
    #expect(try rule("oxygen").spo2Scale == .two)
    let plain = try rule("climb")
    #expect(plain.window == .always)
    #expect(plain.sustained == nil)
    #expect(plain.spo2Scale == nil)
  }

  @Test func `a rule is off, or a stop criterion, only where it says so`() {
    #expect(wide.rules.filter(\.isOff).map(\.id.text) == ["fast"])
    #expect(wide.rules.filter(\.isStopCriterion).map(\.id.text) == ["sys"])
  }

  @Test func `a rule may say that it is not off, and no stop criterion`() throws {
    let text = WideProtocol.text
      .replacingOccurrences(of: #""off": true"#, with: #""off": false"#)
      .replacingOccurrences(of: #""stopCriterion": true"#, with: #""stopCriterion": false"#)
    let found = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
    #expect(found.rules.allSatisfy { !$0.isOff && !$0.isStopCriterion })
  }

  @Test func `only rules on values have margins, and two values clear where none says otherwise`()
    throws
  {
    #expect(try rule("mean").clearing == Clearing(count: 3, margin: 2_500))
    #expect(try rule("climb").clearing == Clearing(count: 2, margin: 5_000))
    #expect(try rule("score").clearing == Clearing(count: 3, margin: 0))
    #expect(try rule("alone").clearing == Clearing(count: 2, margin: 0))
    #expect(try rule("together").clearing == Clearing(count: 1, margin: 0))
    #expect(wide.rules.filter(\.asksForRepeat).map(\.id.text) == ["sys", "oxygen"])
  }

  @Test func `flags about the record itself are told from flags about the patient`() {
    #expect(wide.rules.filter(\.isProcess).map(\.id.text) == ["long", "again", "soon", "nobody"])
  }

  @Test func `reads what is measured where it is indicated`() {
    #expect(
      wide.schedule.ifIndicated == [
        .sign(.rass), .sign(.weight), .effect(EffectName("hiccups")), .scale("phq-9"),
        .scale("nrs-pain"),
      ]
    )
  }

  @Test func `comments change nothing, wherever they stand`() throws {
    let lines = WideProtocol.text.split(separator: "\n", omittingEmptySubsequences: false)
    let bare = lines.filter { !$0.contains(#""// for whom""#) && !$0.contains(#""// items""#) }
      .joined(separator: "\n")
      .replacingOccurrences(of: #""// kept": "In the office.", "#, with: "")
      .replacingOccurrences(of: #""// which": "Each of these.", "#, with: "")
    try #require(!bare.contains("//"))
    let found = try MonitoringProtocol(reading: Array(bare.utf8), from: "ours.json")
    #expect(found.rules == wide.rules)
    #expect(found.scales == wide.scales)
    #expect(found.schedule == wide.schedule)
    #expect(found.sources == wide.sources)
    #expect(wide.sources == ["ours": "Our own policy of 2026."])
  }

  @Test func `an object may have several comments, of different keys`() throws {
    let text = WideProtocol.text.replacingOccurrences(
      of: #""settings": ["telehealth"],"#,
      with: #""//": "one", "// ": "two", "//x": "", "settings": ["telehealth"],"#
    )
    let found = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
    #expect(found.settings == [.telehealth])
  }
}
