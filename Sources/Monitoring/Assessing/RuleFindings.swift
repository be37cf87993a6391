import SessionRecord

/// What one rule found in a session: a track for each measure that it watches.
struct RuleFindings {
  /// The rule's place in the protocol.
  let place: Int
  let rule: Rule
  /// The limit that its flags show.
  private(set) var limit: BrokenLimit?
  private(set) var tracks: [Track] = []

  /// What it keeps in mind; nil where each observation is judged by itself.
  private var follower: RuleFollower?
  private let news2: NEWS2Terms?
  private let canBeHigh: Bool
  /// From when one of its flags that are still open is high; nil where it is about the record itself.
  private(set) var highSince: Instant?

  init(
    of rule: Rule,
    at place: Int,
    under monitoringProtocol: MonitoringProtocol,
    from baseline: SessionBaseline
  ) {
    self.rule = rule
    self.place = place
    news2 = monitoringProtocol.news2
    canBeHigh = rule.canBeHigh
    limit = rule.limit(from: baseline)
    follower = RuleFollower(rule, news2, on: baseline.spo2Scale)
  }

  /// Whether what it says of an observation follows from those before it.
  var follows: Bool { follower != nil }

  /// Adds an observation; where the rule follows, one that comes after all before it.
  mutating func insert(
    _ observation: Observation,
    from baseline: SessionBaseline,
    stopped: Instant?
  ) -> EpisodeChange {
    guard let verdict = verdict(on: observation, from: baseline) else { return EpisodeChange() }
    let track = track(of: verdict.measure)
    let value = JudgedValue(verdict, at: observation.order)
    let change = tracks[track].insert(value, stopped: stopped)
    if canBeHigh { highSince = highNow(clock: stopped) }
    return change
  }

  /// Takes an observation away, where each is judged by itself.
  mutating func remove(
    _ observation: Observation,
    from baseline: SessionBaseline,
    stopped: Instant?
  ) -> EpisodeChange {
    guard let verdict = verdict(on: observation, from: baseline) else { return EpisodeChange() }
    let track = track(of: verdict.measure)
    let change = tracks[track].remove(observation.order, stopped: stopped)
    if canBeHigh { highSince = highNow(clock: stopped) }
    return change
  }

  private mutating func verdict(
    on observation: Observation,
    from baseline: SessionBaseline
  ) -> Verdict? {
    if let scale = rule.spo2Scale, scale != baseline.spo2Scale { return nil }
    var verdict =
      follower == nil
      ? rule.condition.verdict(on: observation, from: baseline, margin: rule.clearing.margin)
      : follower?.take(observation, by: rule, from: baseline)
    if rule.window != .always,
      !rule.window.contains(observation.observed, timeZero: baseline.timeZero)
    {
      verdict?.opens = false
    }
    return verdict
  }

  /// Judges every observation anew, because the baseline has moved, or one came late.
  mutating func judgeAgain(
    _ observations: [Observation],
    from baseline: SessionBaseline,
    stopped: Instant?
  ) -> EpisodeChange {
    let before = firsts
    tracks = []
    highSince = nil
    limit = rule.limit(from: baseline)
    follower = RuleFollower(rule, news2, on: baseline.spo2Scale)
    for observation in observations {
      _ = insert(observation, from: baseline, stopped: stopped)
    }
    return EpisodeChange(from: before, to: firsts)
  }

  /// Takes what was judged of all of them at once, each by itself.
  mutating func judgeAgain(_ judged: [JudgedValue], stopped: Instant?) -> EpisodeChange {
    let before = firsts
    tracks = []
    let track = track(of: .rule(rule.id))
    for value in judged { _ = tracks[track].insert(value, stopped: stopped) }
    return EpisodeChange(from: before, to: firsts)
  }

  /// Folds every track anew, because the clock that closing stops has moved.
  mutating func refold(stopped: Instant?) -> EpisodeChange {
    let before = firsts
    for track in tracks.indices { _ = tracks[track].refold(stopped: stopped) }
    if canBeHigh { highSince = highNow(clock: stopped) }
    return EpisodeChange(from: before, to: firsts)
  }

  private var firsts: [EntryNumber] {
    tracks.flatMap { track in track.spans.map { track.first(of: $0) } }
  }

  private mutating func track(of measure: Measure) -> Int {
    if let known = tracks.firstIndex(where: { $0.measure == measure }) { return known }
    tracks.append(Track(of: measure, by: rule))
    return tracks.count - 1
  }
}

extension RuleWindow {
  /// Whether a value observed then may open an episode.
  fileprivate func contains(_ observed: Instant, timeZero: Instant?) -> Bool {
    switch self {
    case .always: true
    case .beforeStart: timeZero.map { observed <= $0 } ?? true
    case .from(let minutes): timeZero.map { observed >= $0 + .minutes(minutes) } ?? false
    }
  }
}
