import SessionRecord

/// An episode's state, from value to value.
struct EpisodeLife {
  /// When its first reading was observed.
  let raised: Instant
  private(set) var state: FlagState
  /// When it was confirmed; stays when it clears.
  private(set) var confirmed: Instant?
  /// The first value not breaking that no later value of the episode broke so far.
  private(set) var backInside: Instant?
  /// Consecutive values inside by the margin since it was confirmed.
  private var inside = 0

  /// When a repeat begins to count, and until when it does, after the first reading.
  ///
  /// Proposed by this project around one clinic's practice of two readings five minutes apart (a
  /// protocol's source `clinic-forum`); no publication claims them.
  private static let repeatBegins = TimeSpan.minutes(1)
  private static let repeatEnds = TimeSpan.minutes(10)

  /// Opened by a value that breaks its rule.
  init(raised: Instant, startsUnconfirmed: Bool) {
    self.raised = raised
    state = startsUnconfirmed ? .unconfirmed : .confirmed(at: raised, repeated: true)
    confirmed = startsUnconfirmed ? nil : raised
  }

  /// An episode that is one entry, over at an instant or not yet.
  init(raised: Instant, until end: Instant?) {
    self.raised = raised
    state = end.map { .cleared(at: $0, repeated: true) } ?? .confirmed(at: raised, repeated: true)
    confirmed = raised
    backInside = end
  }

  /// Takes the next value; *stopped* is where closing stops the clock.
  mutating func take(_ value: JudgedValue, clearedBy count: Int, stopped: Instant?) {
    let observed = value.order.observed
    // Values come before what time does, so one at exactly +10:00 still decides.
    if raised + EpisodeLife.repeatEnds < observed { lapse(by: stopped) }
    switch value.outcome {
    case .breaks, .alone:
      backInside = nil
      inside = 0
      if state == .unconfirmed, isRepeat(observed) {
        state = .confirmed(at: observed, repeated: true)
        confirmed = observed
      }
    case .holds(let insideByMargin):
      backInside = backInside ?? observed
      switch state {
      case .unconfirmed:
        if isRepeat(observed), value.isVerified { state = .clearedOnRepeat(at: observed) }
      case .confirmed(_, let repeated):
        if !insideByMargin {
          inside = 0
        } else if value.isVerified {
          inside += 1
          if inside >= count { state = .cleared(at: observed, repeated: repeated) }
        }
      case .clearedOnRepeat, .cleared: break
      }
    case .ends:
      backInside = observed
      state = .cleared(at: observed, repeated: true)
    }
  }

  /// Without a repeat by +10:00 it is confirmed then, if the clock comes so far; nil is without end.
  mutating func lapse(by clock: Instant?) {
    let end = raised + EpisodeLife.repeatEnds
    guard state == .unconfirmed, clock.map({ end <= $0 }) ?? true else { return }
    state = .confirmed(at: end, repeated: false)
    confirmed = end
  }

  /// Whether it was open at an instant, as it is known now.
  func isOpen(at instant: Instant) -> Bool {
    raised <= instant && state.clearedAt.map { $0 > instant } ?? true
  }

  private func isRepeat(_ observed: Instant) -> Bool {
    raised + EpisodeLife.repeatBegins <= observed && observed <= raised + EpisodeLife.repeatEnds
  }
}

/// A value as one rule judged it, at its place among the observations.
struct JudgedValue {
  let order: ObservedOrder
  let outcome: Verdict.Outcome
  let isVerified: Bool
  /// Whether it may open an episode.
  let opens: Bool
  let reckoned: Reckoned?
  /// The sign whose value is shown, where the measure does not say it.
  let shown: VitalSign?

  init(_ verdict: Verdict, at order: ObservedOrder) {
    self.order = order
    outcome = verdict.outcome
    isVerified = verdict.isVerified
    opens = verdict.opens && verdict.breaks
    reckoned = verdict.reckoned
    shown = verdict.shown
  }

  var breaks: Bool {
    switch outcome {
    case .breaks, .alone: true
    case .holds, .ends: false
    }
  }

  /// How far beyond the limit.
  var excess: Int { if case .breaks(let excess) = outcome { excess } else { 0 } }
}
