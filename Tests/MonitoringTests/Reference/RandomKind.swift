import Monitoring
import SessionRecord
import TestSupport

/// The kinds of rule that sentences 26 to 38 are about; a protocol dwells on one or two of them.
enum RandomKind: CaseIterable {
  case window, sustained, derived, rate, notFalling, presence, lasting, scale, total, single
  case combination, furtherDose, unattended

  /// A rule of the kind with small numbers, so that their edges are met often.
  func rule(_ dice: inout SeededGenerator) -> RandomRule {
    switch self {
    case .window:
      let window: RuleWindow =
        dice.chance(50) ? .beforeStart : .from(minutes: dice.pick(0, 1, 2, 5, 10))
      return RandomRule(RandomKind.simple(&dice), window: window)
    case .sustained:
      let window: RuleWindow =
        dice.pick(.always, .always, .beforeStart, .from(minutes: dice.pick(0, 1, 2, 5)))
      let sustained: Sustained =
        dice.chance(50) ? .readings(dice.pick(2, 2, 3)) : .minutes(dice.pick(1, 2, 5))
      return RandomRule(
        RandomKind.simple(&dice),
        window: window,
        sustained: sustained,
        mayRepeat: false
      )
    case .derived: return RandomRule(RandomKind.derived(&dice))
    case .rate: return RandomRule(RandomKind.rate(&dice), mayRepeat: false)
    case .notFalling: return RandomRule(RandomKind.notFalling(&dice), mayRepeat: false)
    case .presence:
      return RandomRule(.presence(EffectPresence(RandomKind.effects(&dice))), mayRepeat: false)
    case .lasting: return RandomRule(RandomKind.lasting(&dice), mayRepeat: false)
    case .scale: return RandomRule(RandomKind.scale(&dice), mayRepeat: false)
    case .total:
      let least = dice.pick(1, 3, 4, 5, 7, 9, 12, 15)
      return RandomRule(.news2(.total(atLeast: least)), mayRepeat: false)
    case .single: return RandomRule(.news2(.single), mayRepeat: false)
    case .combination: return RandomRule(RandomKind.combination(&dice), mayRepeat: false)
    case .furtherDose:
      let when: FurtherDose.When =
        dice.chance(65) ? .whileHigh : .soonerThan(minutes: dice.pick(1, 2, 5, 10))
      return RandomRule(.furtherDose(FurtherDose(when)), mayRepeat: false)
    case .unattended:
      let minutes = dice.pick(1, 2, 3, 5, 10)
      return RandomRule(.unattended(Unattended(minutes: minutes)), mayRepeat: false)
    }
  }

  private static func simple(_ dice: inout SeededGenerator) -> Condition {
    switch dice.number(1...10) {
    case 1...5: absolute(&dice)
    case 6...7: change(&dice)
    case 8: .consciousness(ConsciousnessLimit(dice.pick(.confused, .voice, .pain)))
    default: derived(&dice)
    }
  }

  private static func absolute(_ dice: inout SeededGenerator) -> Condition {
    let (sign, middle) = RandomProtocol.watched[dice.number(0...RandomProtocol.watched.count - 1)]
    return .absolute(
      AbsoluteLimit(
        sign,
        RandomProtocol.comparison(&dice),
        limit: middle + dice.pick(0, 0, 1_000, -1_000)
      )
    )
  }

  private static func change(_ dice: inout SeededGenerator) -> Condition {
    let (sign, _) = RandomProtocol.watched[dice.number(0...RandomProtocol.watched.count - 1)]
    return .change(
      BaselineChange(
        sign,
        RandomProtocol.comparison(&dice),
        .absolute(dice.pick(0, 1_000, 2_000, -2_000))
      )
    )
  }

  private static func derived(_ dice: inout SeededGenerator) -> Condition {
    let sign: DerivedSign = dice.pick(.meanPressure, .meanPressure, .pulsePressure, .shockIndex)
    let middle =
      switch sign {
      case .meanPressure: 110_000 + dice.pick(0, 0, 1_000, -1_000, 2_000)
      case .pulsePressure: 60_000 + dice.pick(0, 0, 2_000, -2_000)
      case .shockIndex: 600 + dice.pick(0, 0, 10, -10)
      }
    return .derived(DerivedLimit(sign, RandomProtocol.comparison(&dice), limit: middle))
  }

  private static func rate(_ dice: inout SeededGenerator) -> Condition {
    let sign: VitalSign = dice.pick(
      .systolic,
      .systolic,
      .spo2,
      .heartRate,
      .heartRate,
      .moaas,
      .diastolic
    )
    let size = 1_000 * dice.pick(1, 2, 2, 3, 5)
    let isRise = dice.chance(60)
    let comparison: Comparison =
      isRise ? dice.pick(.atOrOver, .atOrOver, .over) : dice.pick(.atOrUnder, .atOrUnder, .under)
    return .rate(
      RateOfChange(
        sign,
        comparison,
        by: isRise ? size : -size,
        withinMinutes: dice.pick(1, 2, 5, 10)
      )
    )
  }

  private static func notFalling(_ dice: inout SeededGenerator) -> Condition {
    .notFalling(
      NotFalling(
        dice.pick(.systolic, .systolic, .heartRate, .spo2),
        over: 1_000 * dice.pick(1, 1, 2, 3),
        minutes: dice.pick(0, 1, 2, 5),
        since: dice.pick(.start, .infusion, .infusion)
      )
    )
  }

  private static func effects(_ dice: inout SeededGenerator) -> [EffectName] {
    let first = RandomProtocol.typed[dice.number(0...RandomProtocol.typed.count - 1)]
    let second = RandomProtocol.typed[dice.number(0...RandomProtocol.typed.count - 1)]
    return first == second || dice.chance(60) ? [first] : [first, second]
  }

  private static func lasting(_ dice: inout SeededGenerator) -> Condition {
    let least: Severity? = dice.pick(nil, nil, .mild, .moderate, .severe)
    let length: LastingEffect.Length =
      dice.chance(60)
      ? .minutes(dice.pick(1, 2, 5, 10)) : .untilMinute(dice.pick(0, 2, 5, 10, 15))
    return .lasting(LastingEffect(effects(&dice), atLeast: least, length))
  }

  private static func scale(_ dice: inout SeededGenerator) -> Condition {
    .scale(
      ScaleLimit(
        RandomSchedule.scale,
        RandomProtocol.comparison(&dice),
        limit: dice.number(1...4),
        item: dice.pick(nil, nil, 1, 2, 3)
      )
    )
  }

  private static func combination(_ dice: inout SeededGenerator) -> Condition {
    var parts: [Combination.Part] = []
    for _ in 0..<dice.pick(1, 2, 2, 2, 3) {
      var any: [Condition] = []
      for _ in 0..<dice.pick(1, 1, 2) { any.append(alternative(&dice)) }
      parts.append(Combination.Part(any: any))
    }
    return .combination(
      Combination(parts, withinMinutes: dice.pick(1, 2, 3, 5), title: "together")
    )
  }

  private static func alternative(_ dice: inout SeededGenerator) -> Condition {
    switch dice.number(1...16) {
    case 1...4: absolute(&dice)
    case 5: change(&dice)
    case 6: derived(&dice)
    case 7: derived(&dice)
    case 8: .consciousness(ConsciousnessLimit(dice.pick(.confused, .voice, .pain)))
    case 9: .crisis(CrisisWord())
    case 10...11:
      .severity(EffectSeverity(atLeast: dice.pick(.mild, .moderate), only: effects(&dice)))
    case 12: .distressing(DistressingEffect())
    case 13...14: .presence(EffectPresence(effects(&dice)))
    case 15: scale(&dice)
    default:
      .furtherDose(FurtherDose(dice.pick(.always, .soonerThan(minutes: dice.pick(1, 2, 5)))))
    }
  }
}

/// A rule before it has an id and a priority.
struct RandomRule {
  let condition: Condition
  let window: RuleWindow
  let sustained: Sustained?
  let mayRepeat: Bool

  init(
    _ condition: Condition,
    window: RuleWindow = .always,
    sustained: Sustained? = nil,
    mayRepeat: Bool = true
  ) {
    self.condition = condition
    self.window = window
    self.sustained = sustained
    self.mayRepeat = mayRepeat
  }
}

extension Condition {
  /// Itself, or the alternatives of a combination.
  var simple: [Condition] {
    if case .combination(let combination) = self {
      combination.parts.flatMap(\.any)
    } else {
      [self]
    }
  }

  /// Whether a protocol may ask for a repeat; a rule on effects never comes to it.
  var mayRepeat: Bool {
    switch self {
    case .absolute, .derived, .change, .consciousness, .crisis, .severity, .distressing,
      .unverified:
      true
    case .rate, .notFalling, .presence, .lasting, .scale, .news2, .combination, .furtherDose,
      .unattended:
      false
    }
  }

  /// The signs that it watches.
  var signs: [VitalSign] {
    switch self {
    case .absolute(let rule): [rule.sign]
    case .change(let rule): [rule.sign]
    case .rate(let rule): [rule.sign]
    case .notFalling(let rule): [rule.sign]
    case .derived(let rule): rule.sign.signs + (rule.sign == .meanPressure ? [.meanArterial] : [])
    case .consciousness: [.consciousness]
    case .news2: NEWS2.Parameter.allCases.map(\.sign)
    case .combination: simple.flatMap(\.signs)
    case .crisis, .severity, .distressing, .presence, .lasting, .scale, .furtherDose, .unattended,
      .unverified:
      []
    }
  }

  /// The minutes that it counts from a reading, and those from time zero.
  var minutes: (fromReadings: [Int], fromStart: [Int]) {
    switch self {
    case .rate(let rule): ([rule.withinMinutes], [])
    case .notFalling(let rule):
      switch rule.since {
      case .start: ([], [rule.minutes])
      case .infusion: ([rule.minutes], [])
      }
    case .lasting(let rule):
      switch rule.length {
      case .minutes(let minutes): ([minutes, minutes], [])
      case .untilMinute(let minute): ([], [minute, minute])
      }
    case .unattended(let rule): ([rule.minutes, rule.minutes], [])
    case .furtherDose(let rule):
      if case .soonerThan(let minutes) = rule.when { ([], [minutes]) } else { ([], []) }
    case .combination(let rule):
      (
        [rule.withinMinutes] + simple.flatMap(\.minutes.fromReadings),
        simple.flatMap(\.minutes.fromStart)
      )
    default: ([], [])
    }
  }
}
