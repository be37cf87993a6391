import SessionRecord

/// What one rule found in a session: a track for each measure that it watches.
struct RuleFindings {
  /// The rule's place in the protocol.
  let place: Int
  let rule: Rule
  /// The limit that its flags show.
  private(set) var limit: BrokenLimit?
  private(set) var tracks: [Track] = []

  init(of rule: Rule, at place: Int, from baseline: SessionBaseline) {
    self.rule = rule
    self.place = place
    limit = rule.limit(from: baseline)
  }

  mutating func insert(
    _ observation: Observation,
    from baseline: SessionBaseline,
    stopped: Instant?
  ) -> EpisodeChange {
    guard let verdict = rule.verdict(on: observation, from: baseline) else {
      return EpisodeChange()
    }
    let track = track(of: verdict.measure)
    return tracks[track].insert(
      JudgedValue(
        order: observation.order,
        outcome: verdict.outcome,
        isVerified: verdict.isVerified
      ),
      stopped: stopped
    )
  }

  mutating func remove(
    _ observation: Observation,
    from baseline: SessionBaseline,
    stopped: Instant?
  ) -> EpisodeChange {
    guard let verdict = rule.verdict(on: observation, from: baseline) else {
      return EpisodeChange()
    }
    let track = track(of: verdict.measure)
    return tracks[track].remove(observation.order, stopped: stopped)
  }

  /// Judges every observation anew, because the baseline has moved.
  mutating func judgeAgain(
    _ observations: [Observation],
    from baseline: SessionBaseline,
    stopped: Instant?
  ) -> EpisodeChange {
    let before = firsts
    tracks = []
    limit = rule.limit(from: baseline)
    for observation in observations {
      _ = insert(observation, from: baseline, stopped: stopped)
    }
    return EpisodeChange(from: before, to: firsts)
  }

  /// Folds every track anew, because the clock that closing stops has moved.
  mutating func refold(stopped: Instant?) -> EpisodeChange {
    let before = firsts
    for track in tracks.indices { _ = tracks[track].refold(stopped: stopped) }
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
