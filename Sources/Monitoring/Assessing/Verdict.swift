import SessionRecord

/// What one observation says to one rule.
struct Verdict {
  enum Outcome {
    /// It breaks the rule by so much; larger is worse.
    case breaks(by: Int)
    /// A usable value that does not break it, inside by the margin or not.
    case holds(insideByMargin: Bool)
    /// It ends the episode at once: the effect is gone, absent or milder.
    case ends
    /// It is an episode of its own, over at an instant, or not yet.
    case alone(until: Instant?)
  }

  let outcome: Outcome
  /// An unverified value does not count towards clearing.
  let isVerified: Bool
  let measure: Measure
  /// Whether it may open an episode; while one is open it counts either way.
  var opens = true
  /// What was reckoned, where the entry does not say it.
  let reckoned: Reckoned?
  /// The sign whose value is shown, where the measure does not say it.
  var shown: VitalSign?

  init(
    _ outcome: Outcome,
    of measure: Measure,
    isVerified: Bool = true,
    reckoned: Reckoned? = nil
  ) {
    self.outcome = outcome
    self.measure = measure
    self.isVerified = isVerified
    self.reckoned = reckoned
  }

  var breaks: Bool {
    switch outcome {
    case .breaks, .alone: true
    case .holds, .ends: false
    }
  }

  /// Of a sign's value against a limit.
  init(_ quantity: Quantity, isVerified: Bool, against limit: BrokenLimit, margin: Int) {
    let value = quantity.thousandths
    self.init(
      limit.isBroken(by: value)
        ? .breaks(by: limit.excess(of: value))
        : .holds(insideByMargin: limit.isInside(value, by: margin)),
      of: .sign(quantity.sign),
      isVerified: isVerified
    )
  }

  /// Of an effect; the worst severity is the peak.
  init(_ effect: SideEffect, breaks: Bool) {
    self.init(
      breaks ? .breaks(by: effect.severity?.rawValue ?? 0) : .ends,
      of: .effect(effect.name)
    )
  }
}

extension Condition {
  /// What an observation alone says to it; nil where it says nothing, or needs those before it.
  func verdict(
    on observation: Observation,
    from baseline: SessionBaseline,
    margin: Int
  ) -> Verdict? {
    switch self {
    case .absolute(let limit): limit.verdict(on: observation, margin: margin)
    case .derived(let limit): limit.verdict(on: observation, margin: margin)
    case .change(let change): change.verdict(on: observation, from: baseline, margin: margin)
    case .consciousness(let limit): limit.verdict(on: observation, margin: margin)
    case .presence(let presence): presence.verdict(on: observation)
    case .scale(let limit): limit.verdict(on: observation)
    case .rate, .notFalling, .lasting, .news2, .combination, .furtherDose, .unattended: nil
    case .crisis(let word): word.verdict(on: observation)
    case .severity(let limit): limit.verdict(on: observation)
    case .distressing(let rule): rule.verdict(on: observation)
    case .unverified(let rule): rule.verdict(on: observation)
    }
  }
}

extension Rule {
  /// The limit of its flags; a symptom or a doubt has none.
  func limit(from baseline: SessionBaseline) -> BrokenLimit? {
    switch condition {
    case .absolute(let limit): limit.broken
    case .derived(let limit): limit.broken
    case .change(let change): baseline.values[change.sign].map { change.limit(from: $0.value) }
    case .rate(let rate): rate.broken
    case .notFalling(let rule): baseline.values[rule.sign].map { rule.limit(from: $0.value) }
    case .scale(let limit): limit.broken
    case .news2(let limit): limit.broken
    case .consciousness(let limit): limit.broken
    case .crisis, .severity, .distressing, .unverified, .presence, .lasting, .combination,
      .furtherDose, .unattended:
      nil
    }
  }

  /// Whether its verdicts depend on the baseline.
  var readsBaseline: Bool {
    guard window == .always, spo2Scale == nil else { return true }
    return switch condition {
    case .change, .notFalling, .news2: true
    case .combination(let combination):
      combination.parts.contains { part in
        part.any.contains { if case .change = $0 { true } else { false } }
      }
    case .absolute, .derived, .rate, .consciousness, .crisis, .severity, .distressing, .presence,
      .lasting, .scale, .furtherDose, .unattended, .unverified:
      false
    }
  }

  /// Symptoms and doubts start confirmed, whatever is asked for.
  var startsUnconfirmed: Bool {
    switch condition {
    case .absolute, .derived, .change, .consciousness: asksForRepeat
    case .rate, .notFalling, .crisis, .severity, .distressing, .presence, .lasting, .scale,
      .news2, .combination, .furtherDose, .unattended, .unverified:
      false
    }
  }
}
