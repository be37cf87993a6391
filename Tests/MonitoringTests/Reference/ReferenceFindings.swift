import Monitoring
import SessionRecord

/// Every standing episode of every rule in one prefix.
struct ReferenceFindings {
  let view: ReferenceView
  let mistake: Mistake?

  var episodes: [ReferenceEpisode] {
    var episodes: [ReferenceEpisode] = []
    for (place, rule) in view.monitoringProtocol.rules.enumerated() {
      switch rule.condition {
      case .absolute(let absolute):
        let limit = BrokenLimit(comparison: absolute.comparison, numerator: absolute.limit)
        episodes += onValues(view.values(of: absolute.sign), absolute.sign, limit, rule, place)
      case .consciousness(let consciousness):
        let limit = BrokenLimit(
          comparison: .atOrOver,
          numerator: consciousness.level.rawValue * 1_000
        )
        episodes += onValues(view.values(of: .consciousness), .consciousness, limit, rule, place)
      case .change(let change):
        guard let (limit, values) = view.changeLimit(change) else { continue }
        episodes += onValues(values, change.sign, limit, rule, place)
      case .severity, .distressing:
        episodes += onEffects(rule, place)
      case .crisis:
        episodes += onEffects(rule, place)
        episodes += onUnrecordable(rule, place)
      case .unverified:
        episodes += onDoubts(rule, place)
      }
    }
    return episodes
  }

  private func onValues(
    _ values: [ReferenceValue],
    _ sign: VitalSign,
    _ limit: BrokenLimit,
    _ rule: Rule,
    _ place: Int
  ) -> [ReferenceEpisode] {
    let judged = values.map { judge($0, limit, margin: rule.clearing.margin) }
    return lives(of: judged, sign, limit, rule, place, asksForRepeat: rule.asksForRepeat)
  }

  /// Compares by products, so that a mean is not rounded.
  private func judge(
    _ value: ReferenceValue,
    _ limit: BrokenLimit,
    margin: Int
  ) -> JudgedValue {
    let distance = value.quantity.thousandths * limit.denominator - limit.numerator
    let beyond: Int
    var includesLimit: Bool
    switch limit.comparison {
    case .atOrOver: (beyond, includesLimit) = (distance, true)
    case .over: (beyond, includesLimit) = (distance, false)
    case .atOrUnder: (beyond, includesLimit) = (-distance, true)
    case .under: (beyond, includesLimit) = (-distance, false)
    }
    if mistake == .limitItselfIsInside { includesLimit = false }
    let breaks = beyond > 0 || (beyond == 0 && includesLimit)
    let away = -beyond - margin * limit.denominator
    return JudgedValue(
      reading: BreakingReading(
        entry: value.entry,
        observed: value.instant,
        quantity: value.quantity
      ),
      isVerified: value.isVerified,
      breaks: breaks,
      isInside: !breaks && (away > 0 || (away == 0 && mistake != .marginExcludesItsEnd)),
      excess: beyond
    )
  }

  private func lives(
    of judged: [JudgedValue],
    _ sign: VitalSign,
    _ limit: BrokenLimit?,
    _ rule: Rule,
    _ place: Int,
    asksForRepeat: Bool
  ) -> [ReferenceEpisode] {
    var episodes: [ReferenceEpisode] = []
    var rest = judged
    while let start = rest.firstIndex(where: \.breaks) {
      let opening = rest[start]
      rest = Array(rest[start...])
      let life = ReferenceLimitLife(
        rest,
        opening: opening,
        rule: rule,
        asksForRepeat: asksForRepeat,
        clock: view.clock,
        mistake: mistake
      )
      episodes.append(
        ReferenceEpisode(
          rule: rule,
          place: place,
          measure: .sign(sign),
          limit: limit,
          readings: life.readings,
          peak: life.peak,
          state: life.state,
          confirmed: life.confirmed,
          priority: life.priority,
          backInside: life.backInside,
          first: opening.reading
        )
      )
      rest = Array(rest.dropFirst(life.values.count))
    }
    return episodes
  }

  private func onEffects(_ rule: Rule, _ place: Int) -> [ReferenceEpisode] {
    let all: [ReferenceEffect] = view.standing.compactMap { entry in
      guard case .effect(let effect) = entry.content else { return nil }
      return ReferenceEffect(entry: entry.number, at: entry.observed.instant, effect: effect)
    }
    let effectRule = ReferenceEffectRule(condition: rule.condition, mistake: mistake)
    return Set(all.map(\.effect.name)).sorted().filter(effectRule.concerns).flatMap {
      effectRule.episodes(of: $0, in: all, rule: rule, place: place)
    }
  }

  /// A pressure that cannot be read breaks; any usable systolic is inside.
  private func onUnrecordable(_ rule: Rule, _ place: Int) -> [ReferenceEpisode] {
    let judged: [JudgedValue] = view.standing.compactMap { entry in
      guard case .vitals(let vitals) = entry.content else { return nil }
      switch vitals.readings[.systolic] {
      case .unrecordable:
        return JudgedValue(
          reading: BreakingReading(entry: entry.number, observed: entry.observed.instant),
          isVerified: true,
          breaks: true,
          isInside: false,
          excess: 0
        )
      case .measured(let quantity, let verified):
        return JudgedValue(
          reading: BreakingReading(
            entry: entry.number,
            observed: entry.observed.instant,
            quantity: quantity
          ),
          isVerified: verified || entry.verifiedBy != nil,
          breaks: false,
          isInside: true,
          excess: 0
        )
      case .notObtained, .notUsable, .roomAir, nil: return nil
      }
    }
    let atOnce = Rule(
      id: rule.id,
      condition: rule.condition,
      priority: rule.priority,
      asksForRepeat: false,
      clearing: Clearing(
        count: mistake == .unrecordableClearsAtOnce ? 1 : rule.clearing.count,
        margin: 0
      ),
      standing: rule.standing,
      sources: rule.sources
    )
    return lives(of: judged, .systolic, nil, atOnce, place, asksForRepeat: false)
  }

  private func onDoubts(_ rule: Rule, _ place: Int) -> [ReferenceEpisode] {
    view.standing.compactMap { entry in
      switch entry.content {
      case .vitals(let vitals):
        let waits = vitals.readings.values.contains { reading in
          if case .measured(_, verified: false) = reading { true } else { false }
        }
        guard waits else { return nil }
      case .dose(let dose):
        guard !dose.unverified.isEmpty else { return nil }
      default: return nil
      }
      let reading = BreakingReading(entry: entry.number, observed: entry.observed.instant)
      let verified = entry.verifiedBy.flatMap { number in
        view.entries.first { $0.number == number }?.observed.instant
      }
      return ReferenceEpisode(
        rule: rule,
        place: place,
        measure: .unverified,
        limit: nil,
        readings: [reading],
        peak: reading,
        state: verified.map { .cleared(at: $0, repeated: true) }
          ?? .confirmed(at: reading.observed, repeated: true),
        confirmed: reading.observed,
        priority: rule.priority,
        backInside: verified,
        first: reading
      )
    }
  }
}
