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

  init(_ outcome: Outcome, of measure: Measure, isVerified: Bool = true) {
    self.outcome = outcome
    self.measure = measure
    self.isVerified = isVerified
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

extension Rule {
  /// What an observation says to this rule; nil where it says nothing.
  func verdict(on observation: Observation, from baseline: SessionBaseline) -> Verdict? {
    switch condition {
    case .absolute(let limit): limit.verdict(on: observation, margin: clearing.margin)
    case .change(let change):
      change.verdict(on: observation, from: baseline, margin: clearing.margin)
    case .consciousness(let limit): limit.verdict(on: observation, margin: clearing.margin)
    case .crisis(let word): word.verdict(on: observation)
    case .severity(let limit): limit.verdict(on: observation)
    case .distressing(let rule): rule.verdict(on: observation)
    case .unverified(let rule): rule.verdict(on: observation)
    }
  }

  /// The limit of its flags; a symptom or a doubt has none.
  func limit(from baseline: SessionBaseline) -> BrokenLimit? {
    switch condition {
    case .absolute(let limit): limit.broken
    case .change(let change): baseline.values[change.sign].map { change.limit(from: $0.value) }
    case .consciousness(let limit): limit.broken
    case .crisis, .severity, .distressing, .unverified: nil
    }
  }

  /// Whether its verdicts depend on the baseline.
  var readsBaseline: Bool { if case .change = condition { true } else { false } }

  /// Symptoms and doubts start confirmed, whatever is asked for.
  var startsUnconfirmed: Bool {
    switch condition {
    case .absolute, .change, .consciousness: asksForRepeat
    case .crisis, .severity, .distressing, .unverified: false
    }
  }
}
