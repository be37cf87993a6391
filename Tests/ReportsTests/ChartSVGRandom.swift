import Monitoring
import SessionRecord
import TestSupport
import Testing

/// A session at random: any values that can be entered, holes, doubts, corrections, crowds.
enum ChartRandom {
  static func file(_ random: inout SeededGenerator) throws -> SessionFile {
    var log = try SampleLog()
    let start = try log.at("13:00")
    let length = random.pick([20, 90, 150, 150, 240, 500, 900])
    func at(_ minute: Int) -> Instant { start + .minutes(minute) }
    try log.addAt(at(0), .opened(try SampleSession().opening()))
    var minute = random.number(0...10)
    var isStarted = false
    while minute < length {
      if random.chance(70) { try add(set: &random, at: at(minute), to: &log) }
      if !isStarted, random.chance(15) {
        try log.addAt(at(minute), try ScheduledSession.ketamine())
        isStarted = true
      }
      try add(other: &random, at: at(minute), to: &log)
      minute += random.chance(10) ? random.number(20...60) : random.number(0...7)
    }
    if random.chance(50) { try log.addAt(at(length), .closed) }
    return try ChartSessions.file(log, asOf: at(length + random.number(0...20)))
  }

  private static func add(
    set random: inout SeededGenerator,
    at instant: Instant,
    to log: inout SampleLog
  ) throws {
    var readings: [VitalSign: Reading] = [:]
    let isWild = random.chance(8)
    for sign in VitalSign.allCases where random.chance(share(sign)) {
      if random.chance(5) {
        readings[sign] = .notObtained(because: "cuff error")
        continue
      }
      let range = isWild ? PlausibleRange.possible(sign) : PlausibleRange.expected(sign)
      let step = sign.takesDecimal ? 100 : 1_000
      let value = random.number(range.lowerBound / step...range.upperBound / step) * step
      readings[sign] = .measured(
        try Quantity(sign, thousandths: value),
        verified: !random.chance(6)
      )
    }
    if case .measured(let high, _)? = readings[.systolic],
      case .measured(let low, _)? = readings[.diastolic], low.thousandths >= high.thousandths
    {
      readings[.diastolic] = nil
    }
    // A mean that a device gives stands alone, or the record would refuse what does not fit.
    if readings[.systolic] != nil || readings[.diastolic] != nil { readings[.meanArterial] = nil }
    if readings.isEmpty {
      readings[.heartRate] = .measured(try Quantity(.heartRate, 70), verified: true)
    }
    try log.addAt(
      instant,
      .vitals(try Vitals(readings)),
      recorded: random.chance(5) ? instant + .minutes(15) : instant
    )
  }

  /// How often a sign is in a set, of a hundred.
  private static func share(_ sign: VitalSign) -> Int {
    switch sign {
    case .systolic, .diastolic, .heartRate, .spo2: 85
    case .respiratoryRate, .moaas, .consciousness: 50
    case .meanArterial: 10
    case .temperature, .endTidalCO2, .oxygenFlow, .rass, .weight: 4
    }
  }

  private static func add(
    other random: inout SeededGenerator,
    at instant: Instant,
    to log: inout SampleLog
  ) throws {
    let names = [
      "nausea", "headache", "dissociation", "dizziness", "a metallic taste that lasts and lasts",
    ]
    if random.chance(20) {
      let name = EffectName(random.pick(names))
      let effect: SideEffect
      switch random.number(0...4) {
      case 0: effect = SideEffect(name, course: .gone)
      case 1: effect = SideEffect(name)
      case 2: effect = SideEffect(name, grade: .words(.severe))
      case 3: effect = SideEffect(name, grade: .words(.moderate))
      default: effect = SideEffect(name, grade: .words(.mild))
      }
      try log.addAt(instant, .effect(effect))
    }
    if random.chance(15) { try log.addAt(instant, .action("water")) }
    if random.chance(5) {
      try log.addAt(
        instant,
        try ChartSessions.atOnce(random.pick(["ondansetron", "labetalol"]), 4)
      )
    }
    if random.chance(4) {
      try log.addAt(instant, .infusion(random.chance(50) ? .pause : .resume))
    }
  }
}
