import Foundation
import Monitoring
import SessionRecord
import TestSupport
import Testing

/// Standing flags, baseline and extremes are the same for every order of typing.
@Suite struct TypingOrderTests {
  @Test(arguments: UInt64(1)...60)
  func `shuffled entries mean the same`(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    let monitoringProtocol = try MonitoringProtocol.builtIn(
      dice.chance(50) ? .ketamineIntravenous : .esketamineIntranasal
    )
    // Observed at different times, so that the entry number decides nothing.
    let times = (1...240).shuffled(using: &dice).prefix(dice.number(5...40))
    let entries = try times.map { minute in
      (try content(&dice, monitoringProtocol.formulary.ownDrug), MonitoringTests.minute(minute))
    }
    let sizes = try commitSizes(of: entries.count, &dice)
    let typed = try meaning(entries, sizes, monitoringProtocol)
    for _ in 1...3 {
      let shuffled = try meaning(entries.shuffled(using: &dice), sizes, monitoringProtocol)
      #expect(shuffled == typed, "seed \(seed)")
    }
  }

  @Test func `the sessions that are shuffled raise flags of many rules`() throws {
    var rules: Set<String> = []
    for seed in UInt64(1)...60 {
      var dice = SeededGenerator(seed: seed)
      let entries = try (1...40).map { (try content(&dice, "ketamine"), minute($0)) }
      let found = try meaning(entries, [40], .builtIn(.ketamineIntravenous))
      rules.formUnion(found.flags.map { String($0.prefix { $0 != " " }) })
    }
    #expect(rules.count >= 20)
  }

  private struct Meaning: Equatable {
    var flags: [String]
    var baseline: [String]
    var extremes: [String]
  }

  private func meaning(
    _ entries: [(Content, Instant)],
    _ sizes: [Int],
    _ monitoringProtocol: MonitoringProtocol
  ) throws -> Meaning {
    var session = try SessionScript()
    var rest = entries[...]
    for (place, size) in sizes.enumerated() {
      try session.add(Array(rest.prefix(size)), recorded: minute(300 + place))
      rest = rest.dropFirst(size)
    }
    let found = session.assessed(under: monitoringProtocol, asOf: minute(400))
    return Meaning(
      flags: found.flags.filter { $0.retractedBy == nil }.map(described).sorted(),
      baseline: found.baseline.map { "\($0.key) \($0.value.value) \($0.value.observed)" }.sorted(),
      extremes: found.extremes.map { sign, extremes in
        "\(sign) \(described(extremes.highest)) \(described(extremes.lowest))"
      }.sorted()
    )
  }

  /// Without numbers, which the order of typing decides.
  private func described(_ flag: Flag) -> String {
    let readings = flag.readings.map {
      "\($0.observed.milliseconds)/\($0.quantity?.thousandths ?? 0)"
    }
    return "\(flag.identity.rule) \(flag.measure) \(flag.state) \(flag.priority) \(readings)"
      + " \(flag.raised) \(String(describing: flag.peak?.observed))"
      + " \(String(describing: flag.backInside)) \(String(describing: flag.limit))"
  }

  private func described(_ value: Extremes.Value) -> String {
    "\(value.observed.instant.milliseconds) \(value.quantity.thousandths) \(value.isVerified)"
  }

  private func commitSizes(of count: Int, _ dice: inout SeededGenerator) throws -> [Int] {
    var sizes: [Int] = []
    var left = count
    while left > 0 {
      let size = min(left, dice.number(1...6))
      sizes.append(size)
      left -= size
    }
    return sizes
  }

  private func content(_ dice: inout SeededGenerator, _ ownDrug: String) throws -> Content {
    switch dice.number(1...20) {
    case 1: return try .dose(ownDrug, over: dice.pick(nil, 40))
    case 2: return .infusion(.start)
    case 3...5:
      return .effect(
        dice.pick("nausea", "headache", "chest pain", "dissociation"),
        dice.pick(nil, .mild, .moderate, .severe),
        course: dice.pick(nil, .gone, .better),
        distressing: dice.chance(30)
      )
    case 6: return try .level(dice.pick(.alert, .confused, .voice, .pain, .unresponsive))
    case 7: return .vitals(try Vitals([.systolic: .unrecordable]))
    default:
      var readings: [VitalSign: Reading] = [:]
      let signs: [(VitalSign, ClosedRange<Int>)] = [
        (.systolic, 112...215), (.diastolic, 60...111), (.heartRate, 40...140),
        (.spo2, 86...100), (.respiratoryRate, 7...30), (.moaas, 0...5), (.rass, -2...4),
      ]
      for (sign, range) in signs where dice.chance(45) {
        readings[sign] = .measured(
          try Quantity(sign, dice.number(range)),
          verified: dice.chance(85)
        )
      }
      if readings.isEmpty { readings[.heartRate] = .notObtained(because: "moving") }
      return .vitals(try Vitals(readings))
    }
  }
}
