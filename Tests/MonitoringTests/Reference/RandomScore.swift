import Monitoring
import SessionRecord
import TestSupport

/// Sets of readings whose values lie on the edges of the bands of NEWS2.
enum RandomScore {
  /// In tenths of the unit.
  private static let edges: [(sign: VitalSign, tenths: [Int], usual: Int)] = [
    (.respiratoryRate, [80, 90, 110, 120, 200, 210, 240, 250], 160),
    (.spo2, [830, 840, 850, 860, 870, 880, 910, 920, 930, 940, 950, 960, 970], 980),
    (.systolic, [900, 910, 1_000, 1_010, 1_100, 1_110, 2_190, 2_200], 1_300),
    (.heartRate, [400, 410, 500, 510, 900, 910, 1_100, 1_110, 1_300, 1_310], 700),
    (.temperature, [350, 351, 360, 361, 380, 381, 390, 391], 370),
  ]

  static func vitals(_ dice: inout SeededGenerator) throws -> Vitals {
    var readings: [VitalSign: Reading] = [:]
    var isExpected = false
    let share = dice.pick(25, 50, 75, 100)
    let isUsual = dice.chance(50)
    for (sign, tenths, usual) in edges where dice.chance(share) {
      let value =
        isUsual && dice.chance(80) ? usual : tenths[dice.number(0...tenths.count - 1)]
      let quantity = try Quantity(sign, thousandths: value * 100)
      readings[sign] =
        dice.chance(4) ? .notUsable(written: "0") : .measured(quantity, verified: dice.chance(88))
    }
    if dice.chance(share) {
      let flow = try Quantity(.oxygenFlow, thousandths: dice.pick(0, 2_000, 2_000))
      readings[.oxygenFlow] =
        dice.chance(50) ? .roomAir : .measured(flow, verified: dice.chance(90))
    }
    if dice.chance(share) {
      let level: Consciousness = dice.pick(.alert, .alert, .confused, .confused, .confused, .voice)
      isExpected = level == .confused && dice.chance(60)
      readings[.consciousness] = .measured(Quantity(level), verified: dice.chance(92))
    }
    if readings.isEmpty { readings[.oxygenFlow] = .roomAir }
    return try Vitals(readings, isConfusionExpected: isExpected)
  }
}
