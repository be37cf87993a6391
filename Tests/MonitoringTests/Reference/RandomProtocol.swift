import Monitoring
import SessionRecord
import TestSupport

/// A protocol with rules of every kind, whose limits lie where the random values fall.
struct RandomProtocol {
  /// The signs that rules watch, each with the middle of its random values.
  static let watched: [(sign: VitalSign, middle: Int)] = [
    (.systolic, 150_000), (.diastolic, 90_000), (.meanArterial, 120_000), (.heartRate, 90_000),
    (.spo2, 93_000), (.moaas, 3_000), (.rass, 0),
  ]
  private static let heartRate = 3
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
    var rules: [Rule] = []
    for number in 1...dice.number(2...9) {
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
          asksForRepeat: dice.chance(50),
          clearing: Clearing(
            count: dice.pick(1, 2, 2, 3),
            margin: dice.pick(0, 1_000, 2_000, 5_000)
          ),
          standing: .proposed,
          sources: ["made"]
        )
      )
    }
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
      rules: rules,
      schedule: schedule,
      sources: sources
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

  private mutating func comparison() -> Comparison {
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
    }
  }
}
