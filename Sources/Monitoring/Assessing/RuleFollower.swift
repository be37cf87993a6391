import SessionRecord

/// What a rule keeps in mind from one observation to the next, where one alone does not decide.
///
/// One of these is there, each moved on in its place.
struct RuleFollower {
  private var run: Run?
  private var recent: RecentValues?
  private var news2: NEWS2Fold?
  private var singles: SingleParameters?
  private var combination: CombinationFold?
  /// The value of the sign before the next, for a rule on not falling.
  private var before: Int?

  /// Nil for a rule that judges each observation by itself.
  init?(_ rule: Rule, _ news2: NEWS2Terms?, on scale: SpO2Scale) {
    switch rule.condition {
    case .rate: recent = RecentValues()
    case .notFalling: break
    case .news2(let limit):
      self.news2 = NEWS2Fold(within: news2?.within ?? .minutes(0), scale: scale)
      if limit == .single { singles = SingleParameters() }
    case .combination(let combination): self.combination = CombinationFold(combination)
    case .absolute, .derived, .change, .consciousness:
      guard let sustained = rule.sustained else { return nil }
      run = Run(sustained)
    case .crisis, .severity, .distressing, .presence, .lasting, .scale, .furtherDose, .unattended,
      .unverified:
      return nil
    }
  }

  /// What the next observation in order says.
  mutating func take(
    _ observation: Observation,
    by rule: Rule,
    from baseline: SessionBaseline
  ) -> Verdict? {
    let margin = rule.clearing.margin
    switch rule.condition {
    case .rate(let rate):
      return recent?.take(observation, by: rate, margin: margin) ?? nil
    case .notFalling(let condition):
      defer {
        if let value = observation.value(of: condition.sign) {
          before = value.quantity.thousandths
        }
      }
      return condition.verdict(on: observation, after: before, from: baseline, margin: margin)
    case .news2(let limit):
      guard case .vitals(let vitals) = observation.content,
        let set = news2?.take(
          vitals,
          observed: observation.observed,
          isVerified: observation.verified != nil,
          reading: observation.reading(of:)
        )
      else { return nil }
      return switch limit {
      case .total(let least): NEWS2Limit.verdict(on: set, atLeast: least)
      case .single: singles?.take(set, as: rule.id) ?? nil
      }
    case .combination:
      return combination?.take(observation, from: baseline, as: rule.id) ?? nil
    case .absolute, .derived, .change, .consciousness:
      return rule.condition.verdict(on: observation, from: baseline, margin: margin)
        .flatMap { run?.take($0, at: observation.observed) }
    case .crisis, .severity, .distressing, .presence, .lasting, .scale, .furtherDose, .unattended,
      .unverified:
      return nil
    }
  }
}

/// The values that break a rule in a row so far.
struct Run {
  private let sustained: Sustained
  private var began: Instant?
  private var count = 0

  init(_ sustained: Sustained) { self.sustained = sustained }

  /// The verdict with whether the row is long enough to open an episode.
  mutating func take(_ verdict: Verdict, at observed: Instant) -> Verdict {
    guard verdict.breaks else {
      if verdict.isVerified {
        began = nil
        count = 0
      }
      return verdict
    }
    let start = began ?? observed
    began = start
    count += 1
    var judged = verdict
    switch sustained {
    case .minutes(let minutes): judged.opens = observed - start >= .minutes(minutes)
    case .readings(let least): judged.opens = count >= least
    }
    return judged
  }
}
