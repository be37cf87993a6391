import Monitoring
import SessionRecord
import TestSupport

/// Vitals, effects and doses whose values fall on, beside and across the limits of a protocol.
struct RandomValues {
  private let signs: Set<VitalSign>
  private let hasCrisis: Bool
  /// Rules on NEWS2, on a scale, on effects that last, on what is given.
  private let scores: Bool
  private let hasScale: Bool
  private let lasts: Bool
  let isGiven: Bool
  /// Of every group of the schedule.
  private let needs: [Need]
  private var dice: SeededGenerator

  init(_ monitoringProtocol: MonitoringProtocol, dice: SeededGenerator) {
    self.dice = dice
    needs = monitoringProtocol.schedule.groups.flatMap(\.needs)
    let needed = needs.compactMap { need in
      if case .sign(let sign) = need { sign } else { nil }
    }
    let conditions = monitoringProtocol.rules.flatMap(\.condition.simple)
    signs = Set(needed).union(conditions.flatMap(\.signs))
    hasCrisis = conditions.contains(.crisis(CrisisWord()))
    scores = conditions.contains { if case .news2 = $0 { true } else { false } }
    hasScale = conditions.contains { if case .scale = $0 { true } else { false } }
    lasts = conditions.contains { condition in
      switch condition {
      case .lasting, .presence: true
      default: false
      }
    }
    isGiven = conditions.contains { condition in
      switch condition {
      case .notFalling, .furtherDose: true
      default: false
      }
    }
  }

  mutating func observation() throws -> Content {
    if !needs.isEmpty {
      switch dice.number(1...100) {
      case 1...8: return declared()
      case 9...12 where needs.contains(.scale(RandomSchedule.scale)): return score()
      case 13...24: if let set = try wholeSet() { return set }
      default: break
      }
    }
    if hasScale, dice.chance(40) { return score() }
    if scores, dice.chance(75) { return .vitals(try RandomScore.vitals(&dice)) }
    return dice.chance(lasts ? 40 : 75) ? try vitals() : effect()
  }

  private mutating func score() -> Content {
    let items = dice.chance(50) ? [dice.number(0...4), dice.number(0...4), dice.number(0...4)] : []
    return .scale(
      ScaleScore(
        scale: dice.pick(RandomSchedule.scale, RandomSchedule.scale, "bprs"),
        score: dice.number(0...5),
        items: Array(items.prefix(dice.pick(3, 3, 2)))
      )
    )
  }

  /// Every sign of the schedule that one entry can have; nil where it has none.
  private mutating func wholeSet() throws -> Content? {
    var readings: [VitalSign: Reading] = [:]
    for (sign, middle) in RandomProtocol.watched where signs.contains(sign) {
      readings[sign] = .measured(
        try value(of: sign, near: middle),
        verified: dice.chance(90)
      )
    }
    if needs.contains(.sign(.oxygenFlow)) { readings[.oxygenFlow] = .roomAir }
    if signs.contains(.consciousness) {
      readings[.consciousness] = .measured(Quantity(.alert), verified: true)
    }
    return readings.isEmpty ? nil : .vitals(try Vitals(readings))
  }

  /// Not obtained: some needed sign, or every one of a group.
  private mutating func declared() -> Content {
    let isWhole = dice.chance(60)
    var readings: [VitalSign: Reading] = [:]
    for need in needs where isWhole || dice.chance(40) {
      if case .sign(let sign) = need { readings[sign] = .notObtained(because: "asleep") }
    }
    guard let vitals = try? Vitals(readings) else { return effect() }
    return .vitals(vitals)
  }

  mutating func vitals() throws -> Content {
    var readings: [VitalSign: Reading] = [:]
    // Pressures are mostly taken as a pair.
    let isPair = dice.chance(75)
    for (sign, middle) in RandomProtocol.watched {
      let isPressure = sign == .systolic || sign == .diastolic
      let isPartner =
        isPair && isPressure && (signs.contains(.systolic) || signs.contains(.diastolic))
      if dice.chance(isPartner ? 90 : signs.contains(sign) ? 75 : 8) {
        readings[sign] = reading(try value(of: sign, near: middle))
      }
    }
    if dice.chance(signs.contains(.consciousness) ? 75 : 5) {
      let level: Consciousness = dice.pick(.alert, .confused, .voice, .pain, .unresponsive)
      readings[.consciousness] = reading(Quantity(level))
    }
    if dice.chance(hasCrisis ? 12 : 2) {
      readings[.systolic] = .unrecordable
      readings[.diastolic] = .unrecordable
    }
    let needsAir = needs.contains(.sign(.oxygenFlow))
    if readings.isEmpty || dice.chance(needsAir ? 50 : 3) { readings[.oxygenFlow] = .roomAir }
    return .vitals(try Vitals(readings))
  }

  private mutating func value(of sign: VitalSign, near middle: Int) throws -> Quantity {
    let possible = PlausibleRange.possible(sign)
    let away =
      dice.chance(60) ? 1_000 * dice.number(-3...3) : 1_000 * dice.number(-10...10)
    // NEWS2 says nothing of what lies between two of its bands.
    let fraction = dice.chance(5) && !scores ? dice.pick(1, -1, 500) : 0
    let thousandths = middle + away + fraction
    return try Quantity(
      sign,
      thousandths: min(max(thousandths, possible.lowerBound), possible.upperBound)
    )
  }

  private mutating func reading(_ quantity: Quantity) -> Reading {
    switch dice.number(1...100) {
    case 1...4: .notObtained(because: "asleep")
    case 5...7: .notUsable(written: "0")
    case 8...20: .measured(quantity, verified: false)
    default: .measured(quantity, verified: true)
    }
  }

  mutating func effect() -> Content {
    let grade: Grade? =
      switch dice.number(1...10) {
      case 1...4: nil
      case 5...8: .words(dice.pick(.mild, .moderate, .severe))
      default: try? Grade(rating: dice.number(0...10))
      }
    if lasts, dice.chance(25) {
      return .effect(
        SideEffect(
          EffectName.circumstances[dice.number(0...EffectName.circumstances.count - 1)],
          course: dice.pick(nil, nil, .gone)
        )
      )
    }
    let place = dice.number(0...RandomProtocol.effects.count - 1)
    return .effect(
      SideEffect(
        dice.chance(20)
          ? dice.pick(EffectName("chest pain"), EffectName("sedation"))
          : RandomProtocol.effects[place],
        grade: grade,
        course: dice.pick(nil, nil, nil, .better, .worse, .same, .gone, .absent),
        distressing: dice.chance(30)
      )
    )
  }

  mutating func administration() throws -> Content {
    if isGiven, dice.chance(40) {
      return .infusion(
        dice.pick(
          .pause,
          .pause,
          .resume,
          .resume,
          .stop(given: .notKnown),
          .start,
          .rate(try Amount(thousandths: 500, .milligram), per: .minute)
        )
      )
    }
    switch dice.number(1...10) {
    case 1: return .infusion(dice.pick(.pause, .resume, .stop(given: .notKnown)))
    case 2...3: return .infusion(.start)
    default:
      return .dose(
        try Dose(
          drug: dice.pick("ketamine", "ketamine", "ketamine", "esketamine", "ondansetron"),
          amount: try Amount(thousandths: 500, .milligramPerKilogram),
          route: .intravenous,
          overMinutes: isGiven ? dice.pick(nil, nil, 1, 2, 5) : dice.pick(nil, 40),
          unverified: dice.chance(25) ? [.amount] : []
        )
      )
    }
  }
}
