import SessionRecord

/// When a flag about the patient was open and high: what calls for the slots that are there only then.
struct HighTimes: Equatable {
  /// Over: not including the end.
  private(set) var past: [Range<Instant>] = []
  /// From when one that is still open is high; without end.
  private(set) var since: Instant?

  func contains(_ instant: Instant) -> Bool {
    if let since, since <= instant { return true }
    // From the last on, which is where it is asked while a session goes on.
    return past.last { $0.lowerBound <= instant && instant < $0.upperBound } != nil
  }

  /// When nothing is high any more, from an instant at which something is; nil where that has not come.
  func end(from instant: Instant) -> Instant? {
    var end = instant
    while let next = past.first(where: { $0.contains(end) })?.upperBound { end = next }
    if let since, since <= end { return nil }
    return end
  }

  mutating func add(from start: Instant, to end: Instant?) {
    guard let end else {
      since = since.map { min($0, start) } ?? start
      return
    }
    if start < end { past.append(start..<end) }
  }

  /// What stays open now, after a value observed at an instant, which can change nothing before it.
  mutating func goOn(_ since: Instant?, at observed: Instant) {
    guard since != self.since else { return }
    // Between a flag that clears and one that was raised before it, nothing is lost.
    if let old = self.since, old < observed { past.append(old..<observed) }
    self.since = since
  }
}

extension EpisodeLife {
  /// From when the episode's flag is high; nil where it never is.
  func high(_ rule: Rule) -> Instant? {
    if rule.priority == .high { return raised }
    guard rule.startsUnconfirmed, rule.priority.raised == .high else { return nil }
    return confirmed
  }
}

extension Rule {
  /// Whether a flag of this rule can be high and is about what is measured in the session.
  ///
  /// A score on a scale is often taken before the dose and never again: it calls for no closer readings.
  var canBeHigh: Bool {
    if case .scale = condition { return false }
    return !isProcess && !isOff
      && (priority == .high || (startsUnconfirmed && priority.raised == .high))
  }
}

extension RuleFindings {
  /// Every time in which one of its flags was high; *clock* is how far time alone is looked at, nil for
  /// without end.
  func addHighTimes(to times: inout HighTimes, clock: Instant?) {
    guard rule.canBeHigh else { return }
    for track in tracks {
      for span in track.spans {
        var life = span.life
        life.lapse(by: clock)
        guard let start = life.high(rule) else { continue }
        times.add(from: start, to: life.state.clearedAt)
      }
    }
  }

  /// Whether one of its flags that was first broken before an entry is high at it.
  func isHigh(at entry: ObservedOrder, clock: Instant?) -> Bool {
    tracks.contains { track in
      track.spans.contains { span in
        var life = span.life
        life.lapse(by: clock)
        guard track.values[span.start].order < entry, let start = life.high(rule),
          start <= entry.observed
        else { return false }
        return life.state.clearedAt.map { entry.observed < $0 } ?? true
      }
    }
  }

  /// From when one of its flags that are still open is high.
  func highNow(clock: Instant?) -> Instant? {
    var since: Instant?
    for track in tracks.indices {
      guard let last = tracks[track].spans.last, last.life.state.isOpen else { continue }
      var life = last.life
      life.lapse(by: clock)
      guard let open = life.high(rule) else { continue }
      since = since.map { min($0, open) } ?? open
    }
    return since
  }
}
