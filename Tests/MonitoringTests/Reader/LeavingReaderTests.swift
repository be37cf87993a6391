import Foundation
import Monitoring
import SessionRecord
import Testing

@Suite struct LeavingReaderTests {
  private let small: MonitoringProtocol

  init() throws {
    small = try MonitoringProtocol(reading: Array(SmallProtocol.text.utf8), from: "ours.json")
  }

  @Test func `reads a criterion of every kind, in the file's order`() {
    let requirements: [LeavingRequirement] = [
      .minutesSinceStart(120), .minutesSinceInfusion(60),
      .pressure(
        SettledPressure(
          apart: .minutes(10),
          noOlderThan: .minutes(30),
          leastSystolic: 90_000,
          leastMean: 65_000,
          percentOfBaseline: 20_500,
          underSystolic: 140_000,
          underDiastolic: 90_000
        )
      ),
      .value(
        SettledValue(
          sign: .spo2,
          atLeast: 94_000,
          atMost: nil,
          noOlderThan: .minutes(20),
          orBaseline: true,
          onRoomAir: true
        )
      ),
      .value(value(.heartRate, atLeast: 51_000, atMost: 110_000)),
      .value(value(.consciousness, atLeast: nil, atMost: 1_000)),
      .effect(
        SettledEffect(
          effect: EffectName("nausea"),
          limit: .rating(atMost: 3),
          noOlderThan: .minutes(30)
        )
      ),
      .effect(
        SettledEffect(
          effect: .vomiting,
          limit: .absentFor(.minutes(45)),
          noOlderThan: .minutes(40)
        )
      ),
      .noOpenFlag(atLeast: .medium),
      .noRecent(
        NoRecentMedicine(medicines: ["ondansetron"], orOxygen: true, within: .minutes(25))
      ),
      .answered, .escort, .instructions,
    ]
    #expect(small.leaving.map(\.requirement) == requirements)
  }

  private func value(_ sign: VitalSign, atLeast: Int?, atMost: Int?) -> SettledValue {
    SettledValue(
      sign: sign,
      atLeast: atLeast,
      atMost: atMost,
      noOlderThan: .minutes(30),
      orBaseline: false,
      onRoomAir: false
    )
  }

  @Test func `keeps ids, the clinic's words, and on what each criterion stands`() {
    #expect(
      small.leaving.map(\.id.text) == [
        "time", "end", "settled", "oxygen", "pulse", "awake", "queasy", "dry", "calm", "sober",
        "gait", "friend", "told",
      ]
    )
    #expect(small.leaving.last?.title == "told what to do")
    let oxygen = small.leaving.first { $0.id == CriterionID("oxygen") }
    #expect(oxygen?.basis == Basis(.general, sources: ["ours"]))
    #expect(small.leaving.first?.basis == Basis(.clinic, sources: ["ours"]))
  }

  @Test func `oxygen alone, or medicines alone, are asked about`() throws {
    let both = #""medicines": ["ondansetron"], "oxygen": true"#
    #expect(try recent(both, as: #""oxygen": true"#) == ([], true))
    #expect(try recent(both, as: #""medicines": ["ketamine"]"#) == (["ketamine"], false))
  }

  private func recent(_ old: String, as new: String) throws -> (medicines: [String], oxygen: Bool) {
    let text = SmallProtocol.text.replacingOccurrences(of: old, with: new)
    let found = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
    for criterion in found.leaving {
      if case .noRecent(let recent) = criterion.requirement {
        return (recent.medicines, recent.orOxygen)
      }
    }
    Issue.record("there is no criterion on a recent medicine")
    return ([], false)
  }

  @Test func `every level of consciousness is numbered from alert`() throws {
    for level in Consciousness.allCases {
      let text = SmallProtocol.text.replacingOccurrences(
        of: #""level": "C""#,
        with: #""level": "\#(level.letter)""#
      )
      let found = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
      let expected = value(.consciousness, atLeast: nil, atMost: level.rawValue * 1_000)
      #expect(found.leaving.contains { $0.requirement == .value(expected) })
    }
  }

  @Test func `any effect that can be typed can be asked about, the protocol's own too`() throws {
    for effect in ["hiccups", "seizure", "dissociation"] {
      let text = SmallProtocol.text.replacingOccurrences(
        of: #""effect": "nausea""#,
        with: #""effect": "\#(effect)""#
      )
      let found = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
      let expected = SettledEffect(
        effect: EffectName(effect),
        limit: .rating(atMost: 3),
        noOlderThan: .minutes(30)
      )
      #expect(found.leaving.contains { $0.requirement == .effect(expected) })
    }
  }
}
