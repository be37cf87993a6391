import Monitoring
import SessionRecord

/// Every standing episode of every rule in one prefix.
struct ReferenceFindings {
  let view: ReferenceView
  let mistake: Mistake?

  var episodes: [ReferenceEpisode] {
    let rules = Array(view.monitoringProtocol.rules.enumerated()).filter { isAsked($0.element) }
    let episodes = rules.flatMap { place, rule in found(rule, place) }
    return episodes + rules.flatMap { place, rule in furtherDoses(rule, place, among: episodes) }
  }

  /// Sentence 26.
  private func isAsked(_ rule: Rule) -> Bool {
    if rule.isOff, mistake != .offIsAsked { return false }
    guard let scale = rule.spo2Scale, mistake != .otherScaleIsAsked else { return true }
    return scale == view.spo2Scale
  }

  private func found(_ rule: Rule, _ place: Int) -> [ReferenceEpisode] {
    switch rule.condition {
    case .news2(.single): return onRule(single, rule, place)
    case .absolute, .derived, .change, .rate, .notFalling, .consciousness, .news2:
      return rows(of: rule.condition, margin: rule.clearing.margin).flatMap {
        lives(of: $0, rule, place, asksForRepeat: rule.asksForRepeat)
      }
    case .combination(let combination):
      return onRule(together(combination), rule, place)
    case .scale:
      return rows(of: rule.condition, margin: 0).flatMap {
        lives(of: $0, rule, place, asksForRepeat: false, clearsAfter: 1)
      }
    case .severity, .distressing, .presence: return onEffects(rule, place)
    case .crisis:
      let count = mistake == .unrecordableClearsAtOnce ? 1 : rule.clearing.count
      return onEffects(rule, place)
        + lives(of: unrecordable, rule, place, asksForRepeat: false, clearsAfter: count)
    case .lasting(let lasting): return view.lasting(lasting, rule, place)
    case .unattended(let unattended): return view.unattended(unattended, rule, place)
    case .unverified: return onDoubts(rule, place)
    case .furtherDose: return []
    }
  }

  /// Of a rule that is its own measure.
  private func onRule(_ values: [JudgedValue], _ rule: Rule, _ place: Int) -> [ReferenceEpisode] {
    let row = JudgedRow(measure: .rule(rule.id), limit: nil, values: values)
    return lives(of: row, rule, place, asksForRepeat: false)
  }

  private func lives(
    of row: JudgedRow,
    _ rule: Rule,
    _ place: Int,
    asksForRepeat: Bool,
    clearsAfter count: Int? = nil
  ) -> [ReferenceEpisode] {
    var episodes: [ReferenceEpisode] = []
    var rest = view.opening(row.values, of: rule)
    while let start = rest.firstIndex(where: \.opens) {
      let opening = rest[start]
      let early =
        mistake == .firstReadingIsTheRunsFirst && rule.sustained != nil
        ? rest[view.run(of: start, in: rest)..<start].filter(\.breaks) : []
      rest = Array(rest[start...])
      let life = ReferenceLimitLife(
        rest,
        opening: opening,
        rule: rule,
        asksForRepeat: asksForRepeat,
        clearsAfter: count ?? rule.clearing.count,
        clock: view.clock,
        mistake: mistake
      )
      episodes.append(
        ReferenceEpisode(
          rule: rule,
          place: place,
          measure: row.measure,
          limit: row.limit,
          readings: early.map(\.reading) + life.readings,
          peak: life.peak,
          state: life.state,
          confirmed: life.confirmed,
          priority: life.priority,
          backInside: life.backInside,
          first: opening.reading.entry,
          raised: opening.at,
          mistake: mistake
        )
      )
      rest = Array(rest.dropFirst(life.values.count))
    }
    return episodes
  }

  private func onEffects(_ rule: Rule, _ place: Int) -> [ReferenceEpisode] {
    let effectRule = ReferenceEffectRule(condition: rule.condition, mistake: mistake)
    let all = view.effects
    return Set(all.map(\.effect.name)).sorted().filter(effectRule.concerns).flatMap {
      effectRule.episodes(of: $0, in: all, rule: rule, place: place)
    }
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
      let verified = entry.verifiedBy.flatMap { number in
        view.entries.first { $0.number == number }?.observed.instant
      }
      return alone(entry, .unverified, until: verified, rule, place)
    }
  }

  /// A flag of one entry, confirmed at once.
  func alone(
    _ entry: ReferenceEntry,
    _ measure: Measure,
    until end: Instant?,
    _ rule: Rule,
    _ place: Int
  ) -> ReferenceEpisode {
    let reading = BreakingReading(entry: entry.number, observed: entry.observed.instant)
    return ReferenceEpisode(
      rule: rule,
      place: place,
      measure: measure,
      limit: nil,
      readings: [reading],
      peak: reading,
      state: end.map { .cleared(at: $0, repeated: true) }
        ?? .confirmed(at: reading.observed, repeated: true),
      confirmed: reading.observed,
      priority: rule.priority,
      backInside: end,
      first: entry.number,
      raised: reading.observed,
      mistake: mistake
    )
  }
}

extension ReferenceView {
  /// Every standing entry of an effect.
  var effects: [ReferenceEffect] {
    standing.compactMap { entry in
      guard case .effect(let effect) = entry.content else { return nil }
      return ReferenceEffect(entry: entry.number, at: entry.observed.instant, effect: effect)
    }
  }
}
