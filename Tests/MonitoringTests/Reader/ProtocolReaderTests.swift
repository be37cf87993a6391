import Foundation
import Monitoring
import SessionRecord
import Testing

@Suite struct ProtocolReaderTests {
  private let small: MonitoringProtocol

  init() throws {
    small = try MonitoringProtocol(reading: Array(SmallProtocol.text.utf8), from: "ours.json")
  }

  @Test func `reads the head`() {
    #expect(small.id == ProtocolID("small"))
    #expect(small.version == "1")
    #expect(small.title == "A small protocol")
    #expect(small.notice == "For tests.")
    #expect(small.settings == [.clinic, .telehealth])
    #expect(
      small.formulary
        == Formulary(
          medicines: ["ketamine", "ondansetron"],
          ownDrug: "ketamine",
          ownRoute: .intravenous,
          mostMilligramsPerKilogram: 525,
          sameClass: ["esketamine"]
        )
    )
    #expect(small.addedEffects == [EffectName("hiccups")])
    #expect(small.baseline == .firstReading)
    #expect(small.sources == ["ours": "Our own policy of 2026."])
  }

  @Test func `reads a rule of every kind, in the file's order`() {
    let hiccups = EffectName("hiccups")
    let conditions: [Condition] = [
      .absolute(AbsoluteLimit(.systolic, .atOrOver, limit: 180_000)),
      .change(BaselineChange(.systolic, .atOrOver, .percent(33_333))),
      .absolute(AbsoluteLimit(.moaas, .under, limit: 3_000)),
      .consciousness(ConsciousnessLimit(.voice)),
      .crisis(CrisisWord()),
      .severity(EffectSeverity(atLeast: .moderate, only: [hiccups, EffectName("nausea")])),
      .distressing(DistressingEffect(except: [.dissociation])),
      .unverified(UnverifiedValue()),
    ]
    #expect(small.rules.map(\.condition) == conditions)
    #expect(
      small.rules.map(\.asksForRepeat) == [true, false, false, true, false, false, false, false]
    )
    #expect(
      small.rules.map(\.priority) == [.medium, .low, .info, .low, .high, .low, .low, .info]
    )
    #expect(small.rules.first?.text == "Call the prescriber.")
    #expect(small.rules.allSatisfy { $0.standing == .clinic && $0.sources == ["ours"] })
  }

  @Test func `two values clear where the protocol does not say how many`() {
    #expect(small.rules.map(\.clearing.count) == [3, 2, 2, 2, 1, 2, 2, 2])
    #expect(small.rules.map(\.clearing.margin) == [5_000, 2_500, 0, 0, 0, 0, 0, 0])
  }

  @Test func `a clearing keeps its own standing and sources, or has its rule's`() throws {
    #expect(small.rules.allSatisfy { $0.clearing.basis == nil })
    let text = SmallProtocol.text.replacingOccurrences(
      of: #""count": 3, "margin": 5"#,
      with: #""count": 3, "margin": 5, "standing": "general", "source": ["ours"]"#
    )
    let found = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
    #expect(found.rules.first?.clearing.basis == Basis(.general, sources: ["ours"]))
  }

  @Test func `keeps on what the most of one dose stands`() {
    #expect(small.mostBasis == Basis(.clinic, sources: ["ours"]))
  }

  @Test func `reads decimals exactly, in thousandths`() throws {
    for (written, thousandths) in [
      ("180", 180_000), ("180.5", 180_500), ("180.05", 180_050), ("180.005", 180_005),
      ("35.0", 35_000), ("299.999", 299_999),
    ] {
      let text = SmallProtocol.text.replacingOccurrences(
        of: #""limit": 180,"#,
        with: "\"limit\": \(written),"
      )
      let found = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
      #expect(
        found.rules.first?.condition
          == .absolute(AbsoluteLimit(.systolic, .atOrOver, limit: thousandths))
      )
    }
  }

  @Test func `reads a fall by an amount, and a negative limit`() throws {
    let fall = SmallProtocol.text.replacingOccurrences(
      of: #""comparison": "at-or-over",\#n      "percent": 33.333"#,
      with: #""comparison": "under", "by": -30, "unit": "mmHg""#
    )
    let found = try MonitoringProtocol(reading: Array(fall.utf8), from: "ours.json")
    #expect(
      found.rules[1].condition == .change(BaselineChange(.systolic, .under, .absolute(-30_000)))
    )
    let deep = SmallProtocol.text.replacingOccurrences(
      of: #""sign": "moaas", "comparison": "under", "limit": 3"#,
      with: #""sign": "rass", "comparison": "at-or-under", "limit": -3"#
    )
    let rass = try MonitoringProtocol(reading: Array(deep.utf8), from: "ours.json")
    #expect(rass.rules[2].condition == .absolute(AbsoluteLimit(.rass, .atOrUnder, limit: -3_000)))
  }

  @Test func `reads every escape of JSON`() throws {
    let text = SmallProtocol.text.replacingOccurrences(
      of: "Our own policy of 2026.",
      with: #"\u00fcber \"A\/B\" \\ \ud83d\ude00"#
    )
    let found = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
    #expect(found.sources["ours"] == "über \"A/B\" \\ 😀")
  }

  @Test func `layout means nothing`() throws {
    let compact = SmallProtocol.text.split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined()
    let spread = compact.replacingOccurrences(of: ",", with: "\r\n\t,\n ")
    for text in [compact, spread] {
      let found = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
      #expect(found.rules.count == small.rules.count)
      #expect(found.rules.first == small.rules.first)
    }
  }
}
