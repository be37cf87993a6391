import SessionRecord
import TestSupport

/// An effect of one session, from one minute after the start to another.
struct SimulatedEffect {
  let name: EffectName
  /// At its strongest, 1 to 10; nil for a crisis word or a circumstance, which is typed bare.
  let rating: Int?
  let begins: Double
  let ends: Double
  let isDistressing: Bool

  func isThere(at minute: Double) -> Bool { begins <= minute && minute < ends }
}

/// What the drug does to a patient's mind and body over a session: effects, sedation, confusion, agitation.
struct SimulatedCourse {
  let effects: [SimulatedEffect]
  /// The least MOAA/S.
  private let deepest: Int
  private let sedated: ClosedRange<Double>
  private let confused: ClosedRange<Double>?
  /// RASS at its highest; 0 where there is no agitation.
  private let agitated: Int

  init(_ dice: inout SeededGenerator, on curve: ResponseCurve) {
    let part = curve == .sublingual ? EffectRate.sublingualPart : 1
    var effects: [SimulatedEffect] = []
    for rate in EffectRate.published + EffectRate.crises where dice.happens(rate.share * part) {
      effects.append(SimulatedCourse.effect(rate, &dice))
    }
    if let dissociation = effects.first(where: { $0.name == .dissociation }),
      dice.happens(EffectRate.unsafeBehaviour)
    {
      effects.append(
        SimulatedEffect(
          name: EffectName("unsafe behaviour"),
          rating: nil,
          begins: dissociation.begins + 10,
          ends: dissociation.begins + 15,
          isDistressing: false
        )
      )
    }
    self.effects = effects
    let sedation = curve == .sublingual ? EffectRate.sublingualSedation : 1
    deepest = SimulatedCourse.level(EffectRate.deepest, part: sedation, otherwise: 5, &dice)
    let onset = dice.between(6, 18)
    sedated = onset...max(onset + 25, dice.normal(68, 20))
    let isConfused = dice.happens(EffectRate.confusion * part)
    confused = isConfused ? dice.between(10, 25)...dice.between(40, 75) : nil
    agitated = SimulatedCourse.level(EffectRate.agitation, part: part, otherwise: 0, &dice)
  }

  private static func effect(
    _ rate: EffectRate,
    _ dice: inout SeededGenerator
  ) -> SimulatedEffect {
    let begins = dice.between(rate.onset.lowerBound, rate.onset.upperBound)
    let ends =
      rate.end.mean == 0
      ? begins + dice.between(5, 15)
      : max(begins + 5, dice.normal(rate.end.mean, rate.end.deviation))
    return SimulatedEffect(
      name: rate.effect,
      rating: rate.effect.isCrisis ? nil : rating(&dice),
      begins: begins,
      ends: ends,
      isDistressing: rate.effect == .dissociation && dice.happens(EffectRate.distressing)
    )
  }

  private static func rating(_ dice: inout SeededGenerator) -> Int {
    var share = dice.between(0, 1)
    for grade in EffectRate.grades {
      if share < grade.share { return dice.number(grade.ratings) }
      share -= grade.share
    }
    return 1
  }

  private static func level(
    _ levels: [(level: Int, share: Double)],
    part: Double,
    otherwise: Int,
    _ dice: inout SeededGenerator
  ) -> Int {
    var share = dice.between(0, 1)
    for level in levels {
      if share < level.share * part { return level.level }
      share -= level.share * part
    }
    return otherwise
  }

  /// MOAA/S: down within ten minutes, and up again over the last twenty.
  func alertness(at minute: Double) -> Int {
    guard sedated.contains(minute) else { return 5 }
    let down = min(1, (minute - sedated.lowerBound) / 10)
    let up = min(1, (sedated.upperBound - minute) / 20)
    return 5 - Int((Double(5 - deepest) * min(down, up)).rounded())
  }

  func consciousness(at minute: Double) -> Consciousness {
    switch alertness(at: minute) {
    case 0: .unresponsive
    case 1: .pain
    case 2, 3: .voice
    default: confused?.contains(minute) == true ? .confused : .alert
    }
  }

  func agitation(at minute: Double) -> Int {
    (20...35).contains(minute) && alertness(at: minute) == 5 ? agitated : 0
  }
}
