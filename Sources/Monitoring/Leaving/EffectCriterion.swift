import SessionRecord

/// An effect at most so strong as last looked for, or not present for a time.
///
/// Absence needs a recent look that found it absent: to have seen it is none, nor is not having asked.
struct EffectCriterion: JudgedOverTime {
  private let asked: SettledEffect
  private let seen: [TimedEffect]
  /// Those in which it is present.
  private let present: [TimedEffect]

  init(_ asked: SettledEffect, _ evidence: LeavingEvidence) {
    self.asked = asked
    seen = evidence.effects(asked.effect)
    present = seen.filter(\.effect.isPresent)
  }

  var turns: [Instant] {
    var turns = seen.map(\.observed) + seen.staleTurns(after: asked.noOlderThan)
    if case .absentFor(let span) = asked.limit { turns += present.map { $0.observed + span } }
    return turns
  }

  func verdict(at instant: Instant) -> LeavingVerdict {
    guard let last = seen.observed(by: instant).last else {
      return .missing("\(asked.effect) was not looked for")
    }
    let age = instant - last.observed
    if let fault = fault(last, at: instant) { return .missing(fault, [last.entry]) }
    guard age <= asked.noOlderThan else {
      return .missing(
        "\(asked.effect) was last looked for \(age.over(asked.noOlderThan))",
        [last.entry]
      )
    }
    if case .absentFor = asked.limit, last.effect.isPresent {
      return .missing(
        "\(asked.effect) \(age.wholeMinutes) min ago, and not looked for since",
        [last.entry]
      )
    }
    return .met(by: [last.entry])
  }

  private func fault(_ last: TimedEffect, at instant: Instant) -> String? {
    switch asked.limit {
    case .rating(let most): tooStrong(last.effect, most: most)
    case .absentFor(let span): present(in: span, before: instant)
    }
  }

  /// The strongest that a grade can mean counts: mild is up to 3, moderate up to 6, severe up to 10.
  private func tooStrong(_ effect: SideEffect, most: Int) -> String? {
    guard effect.isPresent else { return nil }
    switch effect.grade {
    case .rating(let rating):
      return rating <= most ? nil : "\(effect.name) \(rating)/10 is over \(most)/10"
    case .words(let severity):
      guard severity.highestRating > most else { return nil }
      return "\(effect.name) \(severity.word) is up to \(severity.highestRating)/10; "
        + "at most \(most)/10 asked"
    case nil: return "\(effect.name) is there without a grade; at most \(most)/10 asked"
    }
  }

  /// At exactly the asked time after it was last present it is absent for so long.
  private func present(in span: TimeSpan, before instant: Instant) -> String? {
    guard let last = present.observed(by: instant).last, instant - last.observed < span else {
      return nil
    }
    let ago = (instant - last.observed).wholeMinutes
    return "\(asked.effect) \(ago) min ago; \(span.wholeMinutes) asked"
  }
}

extension Severity {
  /// The most that a rating of this band can be.
  ///
  /// Bands of published numeric scales, as in `Grade.severity`.
  fileprivate var highestRating: Int {
    switch self {
    case .mild: 3
    case .moderate: 6
    case .severe: 10
    }
  }
}
