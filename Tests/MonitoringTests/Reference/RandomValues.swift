import Monitoring
import SessionRecord
import TestSupport

/// Vitals, effects and doses whose values fall on, beside and across the limits of a protocol.
struct RandomValues {
  private let signs: Set<VitalSign>
  private let hasCrisis: Bool
  /// Of every group of the schedule.
  private let needs: [Need]
  private var dice: SeededGenerator

  init(_ monitoringProtocol: MonitoringProtocol, dice: SeededGenerator) {
    self.dice = dice
    needs = monitoringProtocol.schedule.groups.flatMap(\.needs)
    let needed = needs.compactMap { need in
      if case .sign(let sign) = need { sign } else { nil }
    }
    signs = Set(needed).union(
      monitoringProtocol.rules.compactMap { rule in
        switch rule.condition {
        case .absolute(let absolute): absolute.sign
        case .change(let change): change.sign
        case .consciousness: .consciousness
        case .crisis, .severity, .distressing, .unverified: nil
        }
      }
    )
    hasCrisis = monitoringProtocol.rules.contains { $0.condition == .crisis(CrisisWord()) }
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
    return dice.chance(75) ? try vitals() : effect()
  }

  private mutating func score() -> Content {
    .scale(ScaleScore(scale: dice.pick(RandomSchedule.scale, "bprs"), score: 4))
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
    let fraction = dice.chance(5) ? dice.pick(1, -1, 500) : 0
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
    switch dice.number(1...10) {
    case 1: .infusion(dice.pick(.pause, .resume, .stop(given: .notKnown)))
    case 2...3: .infusion(.start)
    default:
      .dose(
        try Dose(
          drug: dice.pick("ketamine", "ketamine", "ketamine", "esketamine", "ondansetron"),
          amount: try Amount(thousandths: 500, .milligramPerKilogram),
          route: .intravenous,
          overMinutes: dice.pick(nil, 40),
          unverified: dice.chance(25) ? [.amount] : []
        )
      )
    }
  }
}
