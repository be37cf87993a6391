import SessionRecord

/// The runs of the effects that one rule watches for lasting, in observed order.
struct LastingFold {
  private struct Run {
    let effect: EffectName
    var readings: [BreakingReading]
    var end: Instant?
  }

  let place: Int
  let rule: Rule
  private let condition: LastingEffect
  private var runs: [Run] = []

  init(_ condition: LastingEffect, of rule: Rule, at place: Int) {
    self.condition = condition
    self.rule = rule
    self.place = place
  }

  func reads(_ observation: Observation) -> Bool {
    if case .effect(let effect) = observation.content {
      condition.effects.contains(effect.name)
    } else {
      false
    }
  }

  mutating func fold(_ observations: [Observation]) {
    runs = []
    for observation in observations where reads(observation) { take(observation) }
  }

  /// Takes the next observation of its effects.
  mutating func take(_ observation: Observation) {
    guard case .effect(let effect) = observation.content,
      let lasts = condition.lasts(effect)
    else { return }
    let open = runs.lastIndex { $0.effect == effect.name && $0.end == nil }
    guard lasts else {
      if let open { runs[open].end = observation.observed }
      return
    }
    let reading = BreakingReading(
      entry: observation.number,
      observed: observation.observed,
      effect: effect
    )
    if let open {
      runs[open].readings.append(reading)
    } else {
      runs.append(Run(effect: effect.name, readings: [reading], end: nil))
    }
  }

  /// The flags that these runs raise, however far time goes on.
  func flags(timeZero: Instant?, after groups: Int) -> [TimedFlag] {
    runs.compactMap { run in
      guard let first = run.readings.first, let raised = raised(first.observed, timeZero),
        run.end.map({ $0 > raised }) ?? true
      else { return nil }
      return TimedFlag(
        place: groups + 1 + place,
        cause: .entry(first.entry),
        raised: raised,
        cleared: run.end,
        ofRule: TimedFlag.OfRule(
          rule: rule,
          measure: .effect(run.effect),
          readings: run.readings
        )
      )
    }
  }

  private func raised(_ began: Instant, _ timeZero: Instant?) -> Instant? {
    switch condition.length {
    case .minutes(let minutes): began + .minutes(minutes)
    case .untilMinute(let minute): timeZero.map { max($0 + .minutes(minute), began) }
    }
  }
}

extension LastingEffect {
  /// Whether an entry says that it goes on; nil where it says neither.
  fileprivate func lasts(_ effect: SideEffect) -> Bool? {
    guard effect.isPresent else { return false }
    guard let atLeast else { return true }
    return effect.severity.map { $0 >= atLeast }
  }
}
