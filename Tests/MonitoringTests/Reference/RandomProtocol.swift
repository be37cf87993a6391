import Monitoring
import SessionRecord
import TestSupport

/// A protocol with rules of every kind, whose limits lie where the random values fall.
struct RandomProtocol {
  /// The signs that rules watch, each with the middle of its random values.
  static let watched: [(sign: VitalSign, middle: Int)] = [
    (.systolic, 150_000), (.diastolic, 90_000), (.meanArterial, 111_000), (.heartRate, 90_000),
    (.spo2, 93_000), (.moaas, 3_000), (.rass, 0),
  ]
  private static let heartRate = 3
  /// With what goes on around a remote patient.
  static let typed = effects + [.dissociation] + EffectName.circumstances
  static let effects: [EffectName] = [
    EffectName("nausea"), .headache, EffectName("chest pain"), .dissociation,
    EffectName("sedation"),
  ]

  var dice: SeededGenerator

  init(dice: SeededGenerator) { self.dice = dice }

  mutating func make() -> MonitoringProtocol {
    let sources = ["made": "made up for a test"]
    var schedules = RandomSchedule(dice: SeededGenerator(seed: dice.next()))
    let schedule = schedules.make()
    let callsForHigh = schedule.groups.contains { group in
      group.slots.contains { $0.mark == .whileHigh }
    }
    // Calm now and then: without rules on what keeps a measurement from being put off.
    let isCalm = dice.chance(30)
    // A share of the protocols dwells on one or two of the later kinds.
    var kinds: [RandomKind] = []
    if dice.chance(65) {
      for _ in 0..<dice.pick(1, 1, 2) {
        kinds.append(RandomKind.allCases[dice.number(0...RandomKind.allCases.count - 1)])
      }
    }
    var rules: [Rule] = []
    for number in 1...dice.number(2...(kinds.isEmpty ? 9 : 6)) {
      if !kinds.isEmpty, dice.chance(kinds.contains(.furtherDose) ? 45 : 70) {
        rules.append(
          rule(number, of: kinds, after: rules.last?.condition, callsForHigh: callsForHigh)
        )
        continue
      }
      if kinds.contains(.furtherDose), dice.chance(60) {
        rules.append(high(number))
        continue
      }
      // A rule beside another on the same sign, often with the same limit.
      let condition =
        if let last = rules.last?.condition, dice.chance(35) {
          sibling(of: last)
        } else if isCalm, dice.chance(80) {
          dice.chance(70) ? absolute(on: RandomProtocol.heartRate) : .severity(severity())
        } else {
          condition()
        }
      rules.append(
        Rule(
          id: RuleID("r\(number)"),
          condition: condition,
          priority: callsForHigh && dice.chance(40)
            ? .high : dice.pick(.info, .low, .medium, .high),
          asksForRepeat: dice.chance(50) && condition.mayRepeat,
          clearing: Clearing(
            count: dice.pick(1, 2, 2, 3),
            margin: dice.pick(0, 1_000, 2_000, 5_000)
          ),
          isStopCriterion: !kinds.isEmpty && dice.chance(25),
          standing: .proposed,
          sources: ["made"]
        )
      )
    }
    let basis = Basis(.proposed, sources: ["made"])
    return MonitoringProtocol(
      id: ProtocolID("made"),
      version: "1",
      title: "Made up",
      settings: [.clinic],
      formulary: Formulary(
        medicines: ["ketamine", "ondansetron"],
        ownDrug: "ketamine",
        ownRoute: .intravenous,
        mostMilligramsPerKilogram: 1_000,
        sameClass: ["esketamine"]
      ),
      addedEffects: [],
      baseline: dice.pick(.lastBeforeDose, .meanBeforeDose, .firstReading),
      news2: NEWS2Terms(within: .minutes(dice.pick(1, 2, 5)), basis: basis),
      rules: rules,
      schedule: schedule,
      sources: sources
    )
  }

  /// One that is high, or becomes so, and is soon cleared.
  private mutating func high(_ number: Int) -> Rule {
    let becomes = dice.chance(50)
    return Rule(
      id: RuleID("r\(number)"),
      condition: absolute(on: dice.number(0...RandomProtocol.watched.count - 1)),
      priority: becomes ? .medium : .high,
      asksForRepeat: becomes || dice.chance(30),
      clearing: Clearing(count: 1, margin: 0),
      standing: .proposed,
      sources: ["made"]
    )
  }

  private mutating func rule(
    _ number: Int,
    of kinds: [RandomKind],
    after last: Condition?,
    callsForHigh: Bool
  ) -> Rule {
    var made = kinds[dice.number(0...kinds.count - 1)].rule(&dice)
    // Beside another one of the same effects.
    if case .lasting(let other)? = last, case .lasting(let own) = made.condition, dice.chance(60) {
      made = RandomRule(
        .lasting(LastingEffect(other.effects, atLeast: own.atLeast, own.length)),
        mayRepeat: false
      )
    }
    // Doses and slots ask for what is high.
    let isHigh = dice.chance(callsForHigh || kinds.contains(.furtherDose) ? 40 : 0)
    let isSaturation =
      if case .absolute(let absolute) = made.condition { absolute.sign == .spo2 } else { false }
    return Rule(
      id: RuleID("r\(number)"),
      condition: made.condition,
      priority: isHigh ? .high : dice.pick(.info, .low, .medium, .high),
      asksForRepeat: made.mayRepeat && dice.chance(50),
      clearing: Clearing(
        count: dice.pick(1, 2, 2, 3),
        margin: dice.pick(0, 0, 1_000, 2_000)
      ),
      window: made.window,
      sustained: made.sustained,
      spo2Scale: isSaturation && dice.chance(50) ? dice.pick(.one, .two) : nil,
      isOff: dice.chance(6),
      isStopCriterion: dice.chance(25),
      text: dice.chance(15) ? "as the clinic says it" : "",
      standing: .proposed,
      sources: ["made"]
    )
  }

  private mutating func condition() -> Condition {
    switch dice.number(1...12) {
    case 1...4: absolute(on: dice.number(0...RandomProtocol.watched.count - 1))
    case 5...7: change()
    case 8: .consciousness(ConsciousnessLimit(dice.pick(.confused, .voice, .pain, .unresponsive)))
    case 9: .crisis(CrisisWord())
    case 10: .severity(severity())
    case 11: .distressing(distressing())
    default: .unverified(UnverifiedValue())
    }
  }

  private mutating func absolute(on place: Int) -> Condition {
    let (sign, middle) = RandomProtocol.watched[place]
    let limit = middle + dice.pick(0, 0, 1_000, 2_000, -1_000, 5_000)
    return .absolute(AbsoluteLimit(sign, comparison(), limit: limit))
  }

  private mutating func comparison() -> Comparison { RandomProtocol.comparison(&dice) }

  static func comparison(_ dice: inout SeededGenerator) -> Comparison {
    dice.pick(.atOrOver, .atOrOver, .over, .atOrUnder, .under)
  }

  private mutating func change() -> Condition {
    let sign = RandomProtocol.watched[dice.number(0...6)].sign
    let size: BaselineChange.Size =
      if dice.chance(50) {
        .absolute(dice.pick(0, 1_000, 2_000, 5_000, -2_000, -5_000))
      } else {
        .percent(dice.pick(0, 1_000, 3_333, 20_000, -2_500, -33_333))
      }
    return .change(BaselineChange(sign, comparison(), size))
  }

  private mutating func severity() -> EffectSeverity {
    let (only, except) = names()
    return EffectSeverity(
      atLeast: dice.pick(.mild, .moderate, .severe),
      only: only,
      except: except
    )
  }

  private mutating func distressing() -> DistressingEffect {
    let (only, except) = names()
    return DistressingEffect(only: only, except: except)
  }

  private mutating func names() -> (only: [EffectName], except: [EffectName]) {
    let name = RandomProtocol.effects[dice.number(0...4)]
    return switch dice.number(1...4) {
    case 1: ([name], [])
    case 2: ([], [name])
    default: ([], [])
    }
  }

  /// A condition on what another one watches.
  private mutating func sibling(of condition: Condition) -> Condition {
    switch condition {
    case .absolute(let absolute):
      .absolute(
        AbsoluteLimit(
          absolute.sign,
          dice.chance(70) ? absolute.comparison : comparison(),
          limit: absolute.limit + dice.pick(0, 0, 1_000, 3_000, -2_000)
        )
      )
    case .change(let change):
      .change(
        BaselineChange(
          change.sign,
          dice.chance(70) ? change.comparison : comparison(),
          change.size
        )
      )
    case .consciousness(let limit):
      if dice.chance(50) {
        .consciousness(ConsciousnessLimit(dice.pick(limit.level, .confused, .pain)))
      } else {
        .absolute(
          AbsoluteLimit(.consciousness, comparison(), limit: 1_000 * dice.number(1...3))
        )
      }
    case .severity(let severity):
      .severity(
        EffectSeverity(
          atLeast: dice.pick(.mild, .moderate, .severe),
          only: severity.only,
          except: severity.except
        )
      )
    case .distressing: .severity(severity())
    case .crisis: .distressing(distressing())
    case .unverified: .unverified(UnverifiedValue())
    case .lasting(let lasting):
      .severity(
        EffectSeverity(atLeast: dice.pick(.mild, .moderate, .severe), only: lasting.effects)
      )
    case .scale(let scale):
      .scale(
        ScaleLimit(
          scale.scale,
          dice.chance(70) ? scale.comparison : comparison(),
          limit: dice.number(1...4),
          item: scale.item
        )
      )
    case .derived(let derived):
      .derived(
        DerivedLimit(derived.sign, derived.comparison, limit: derived.limit + dice.pick(0, 1_000))
      )
    case .presence(let presence): .presence(presence)
    case .news2: .news2(.total(atLeast: dice.number(1...9)))
    case .rate, .notFalling, .combination, .furtherDose, .unattended:
      absolute(on: dice.number(0...RandomProtocol.watched.count - 1))
    }
  }
}
