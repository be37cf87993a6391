import Monitoring
import SessionRecord

/// Sentence 33.
extension ReferenceView {
  func lasting(_ lasting: LastingEffect, _ rule: Rule, _ place: Int) -> [ReferenceEpisode] {
    Set(lasting.effects).flatMap { name in
      runs(of: name, lasting).compactMap { episode(of: $0, lasting, rule, place) }
    }
  }

  private typealias Run = (present: [ReferenceEffect], end: Instant?)

  private func runs(of name: EffectName, _ lasting: LastingEffect) -> [Run] {
    var runs: [Run] = []
    var present: [ReferenceEffect] = []
    for entry in effects where entry.effect.name == name {
      switch says(entry.effect, lasting) {
      case true?: present.append(entry)
      case false?:
        if !present.isEmpty { runs.append((present, entry.at)) }
        present = []
      case nil: break
      }
    }
    if !present.isEmpty { runs.append((present, nil)) }
    return runs
  }

  /// Whether it goes on, or ends; nil where the entry says nothing.
  private func says(_ effect: SideEffect, _ lasting: LastingEffect) -> Bool? {
    guard effect.isPresent else { return false }
    guard let least = lasting.atLeast else { return true }
    if effect.grade == nil {
      if mistake == .ungradedLasts { return true }
      if mistake == .ungradedEndsLasting { return false }
      if mistake == .ungradedCrisisSaysNothing { return nil }
    }
    guard let severity = effect.severity else { return nil }
    if mistake == .milderLasts, severity < least { return nil }
    return severity >= least
  }

  private func episode(
    of run: Run,
    _ lasting: LastingEffect,
    _ rule: Rule,
    _ place: Int
  ) -> ReferenceEpisode? {
    guard let first = run.present.first, let raised = raise(first.at, lasting) else { return nil }
    if let end = run.end {
      if end < raised || (end == raised && mistake != .endedJustThenLasts) { return nil }
    }
    guard raised <= clock || mistake == .lastingGoesOnAfterClosing else { return nil }
    var worst = first
    for entry in run.present {
      let (new, old) = (entry.effect.severity?.rawValue ?? 0, worst.effect.severity?.rawValue ?? 0)
      if new > old || (new == old && mistake == .peakIsLastOfEquals) { worst = entry }
    }
    let readings =
      mistake == .lastingReadingsEndWhenRaised
      ? run.present.filter { $0.at <= raised } : run.present
    return ReferenceEpisode(
      rule: rule,
      place: place,
      measure: .effect(first.effect.name),
      limit: nil,
      readings: readings.map(\.reading),
      peak: worst.reading,
      state: run.end.map { .cleared(at: $0, repeated: true) }
        ?? .confirmed(at: raised, repeated: true),
      confirmed: raised,
      priority: rule.priority,
      backInside: run.end,
      first: first.entry,
      raised: raised,
      isByTime: true,
      mistake: mistake
    )
  }

  private func raise(_ begin: Instant, _ lasting: LastingEffect) -> Instant? {
    switch lasting.length {
    case .minutes(let minutes):
      return mistake == .lastingRaisedAtItsBeginning ? begin : begin + .minutes(minutes)
    case .untilMinute(let minute):
      guard let timeZero else { return mistake == .untilNeedsNoTimeZero ? begin : nil }
      let until = timeZero + .minutes(minute)
      if begin > until, mistake == .afterUntilIsNone { return nil }
      return max(begin, until)
    }
  }
}
