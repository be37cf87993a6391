import SessionRecord

/// The rules whose flags time alone raises: effects that last, and a patient unattended.
struct TimedRules {
  private var lasting: [LastingFold] = []
  private var attendance: [AttendanceFold] = []
  /// Every unvoided entry but the opening and reviews, in observed order; kept only where a rule asks.
  private var attended: [ObservedOrder] = []
  private var timeZero: Instant?

  init(_ monitoringProtocol: MonitoringProtocol) {
    for (place, rule) in monitoringProtocol.rules.enumerated() where !rule.isOff {
      switch rule.condition {
      case .lasting(let condition):
        lasting.append(LastingFold(condition, of: rule, at: place))
      case .unattended(let condition):
        attendance.append(AttendanceFold(condition, of: rule, at: place))
      case .absolute, .derived, .change, .rate, .notFalling, .consciousness, .crisis, .severity,
        .distressing, .presence, .scale, .news2, .combination, .furtherDose, .unverified:
        break
      }
    }
  }

  /// Takes an entry and what it changed.
  mutating func take(
    _ entry: Entry,
    _ change: ObservedEntries.Change,
    in entries: ObservedEntries,
    timeZero: Instant?,
    isNext: Bool
  ) {
    for place in lasting.indices {
      if isNext {
        for observation in change.inserted where lasting[place].reads(observation) {
          lasting[place].take(observation)
        }
      } else if (change.removed + change.inserted).contains(where: lasting[place].reads) {
        lasting[place].fold(entries.observations)
      }
    }
    let isMoved = self.timeZero != timeZero
    self.timeZero = timeZero
    guard !attendance.isEmpty else { return }
    let order = ObservedOrder(observed: entry.observed.instant, number: entry.number)
    switch entry.content {
    case .amendment, .void: attend(entries)
    // A review looks back on the session, and at no patient.
    case .opened, .review: break
    default:
      guard !isMoved, attended.last.map({ $0 < order }) ?? true else {
        attend(entries)
        return
      }
      attended.append(order)
      for place in attendance.indices { attendance[place].take(order) }
    }
  }

  /// Takes everything at once.
  mutating func fold(_ entries: ObservedEntries, timeZero: Instant?) {
    self.timeZero = timeZero
    for place in lasting.indices { lasting[place].fold(entries.observations) }
    if !attendance.isEmpty { attend(entries) }
  }

  private mutating func attend(_ entries: ObservedEntries) {
    attended = entries.chart.entries.dropFirst().filter { !$0.isVoid && !$0.content.isReview }
      .map { ObservedOrder(observed: $0.observed.instant, number: $0.number) }.sorted()
    for place in attendance.indices { attendance[place].fold(attended, timeZero: timeZero) }
  }

  /// The flags that were raised by an instant of the clock; *groups* are the schedule's.
  func flags(by clock: Instant, after groups: Int) -> [TimedFlag] {
    guard !lasting.isEmpty || !attendance.isEmpty else { return [] }
    let all =
      lasting.flatMap { $0.flags(timeZero: timeZero, after: groups) }
      + attendance.flatMap { $0.flags(after: groups) }
    return all.filter { $0.raised <= clock }
  }

  // MARK: - What is high

  /// Those that are raised by where the clock stands; nil is without end.
  private func high(by clock: Instant?) -> [TimedFlag] {
    lasting.filter { $0.rule.priority == .high && !$0.rule.isProcess }
      .flatMap { $0.flags(timeZero: timeZero, after: 0) }
      .filter { flag in clock.map { flag.raised <= $0 } ?? true }
  }

  /// Adds every time in which one of their flags about the patient was high.
  func addHighTimes(to times: inout HighTimes, clock: Instant?) {
    for flag in high(by: clock) { times.add(from: flag.raised, to: flag.cleared) }
  }

  /// Whether one that was first broken before an entry is high at it.
  func isHigh(at entry: ObservedOrder, clock: Instant?) -> Bool {
    high(by: clock).contains { flag in
      guard flag.raised <= entry.observed, flag.cleared.map({ entry.observed < $0 }) ?? true,
        let first = flag.ofRule?.readings.first
      else { return false }
      return ObservedOrder(observed: first.observed, number: first.entry) < entry
    }
  }

  /// From when one that is still open is high.
  func highNow(clock: Instant?) -> Instant? {
    high(by: clock).filter { $0.cleared == nil }.map(\.raised).min()
  }
}

extension Content {
  fileprivate var isReview: Bool { if case .review = self { true } else { false } }
}
