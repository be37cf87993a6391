import SessionRecord

/// The entries up to some commit, folded: appending one in observed order costs its rules, not the
/// session.
struct SessionPrefix {
  private let monitoringProtocol: MonitoringProtocol
  private var entries = ObservedEntries()
  private(set) var baseline: SessionBaseline
  private(set) var findings: [RuleFindings]
  /// Where closing stops the clock for what time alone does.
  private var stopped: Instant?

  init(under monitoringProtocol: MonitoringProtocol) {
    self.monitoringProtocol = monitoringProtocol
    let baseline = SessionBaseline(of: [], under: monitoringProtocol)
    self.baseline = baseline
    findings = monitoringProtocol.rules.enumerated().map { place, rule in
      RuleFindings(of: rule, at: place, from: baseline)
    }
  }

  var chart: Chart { entries.chart }
  var observations: [Observation] { entries.observations }

  /// Whether these entries only add to what was found so far, so that no flag can be gone: each is
  /// observed after all before it, and none moves time zero, a baseline or the clock, or changes an
  /// earlier entry.
  func isContinued(by commit: ArraySlice<Entry>) -> Bool {
    var last = entries.observations.last?.order
    for entry in commit {
      switch entry.content {
      case .amendment, .void, .verification, .closed: return false
      case .vitals, .effect, .dose, .infusion:
        let order = ObservedOrder(observed: entry.observed.instant, number: entry.number)
        if let last, order < last { return false }
        if baseline.canMove(with: Observation(entry)) { return false }
        last = order
      case .opened, .check, .waste, .scale, .action, .note, .mark, .deferred, .acknowledgement:
        break
      }
    }
    return true
  }

  /// Adds the next entry; says which episodes are gone by it, and which are new, in this order.
  mutating func append(_ entry: Entry) -> (gone: [EpisodeKey], opened: [EpisodeKey]) {
    let change = entries.append(entry)
    var gone: [EpisodeKey] = []
    var opened: [EpisodeKey] = []
    func note(_ change: EpisodeChange, of place: Int) {
      gone += change.gone.map { EpisodeKey(place: place, entry: $0) }
      opened += change.opened.map { EpisodeKey(place: place, entry: $0) }
    }
    for place in findings.indices {
      for observation in change.removed {
        note(findings[place].remove(observation, from: baseline, stopped: stopped), of: place)
      }
      for observation in change.inserted {
        note(findings[place].insert(observation, from: baseline, stopped: stopped), of: place)
      }
    }
    if (change.removed + change.inserted).contains(where: baseline.canMove) {
      let moved = SessionBaseline(of: entries.observations, under: monitoringProtocol)
      if moved != baseline {
        baseline = moved
        for place in findings.indices where findings[place].rule.readsBaseline {
          note(
            findings[place].judgeAgain(entries.observations, from: baseline, stopped: stopped),
            of: place
          )
        }
      }
    }
    if entry.content.canMoveClosing {
      let closed = entries.chart.closing?.original.recorded.instant
      if closed != stopped {
        stopped = closed
        for place in findings.indices {
          note(findings[place].refold(stopped: stopped), of: place)
        }
      }
    }
    let lost = Set(gone)
    let found = Set(opened)
    return (lost.subtracting(found).map(\.self), found.subtracting(lost).map(\.self))
  }

  /// Adds entries at once where no flag stands that they could remove: an import into a new session.
  mutating func begin(with commit: ArraySlice<Entry>) -> [EpisodeKey] {
    for entry in commit { _ = entries.append(entry) }
    baseline = SessionBaseline(of: entries.observations, under: monitoringProtocol)
    stopped = entries.chart.closing?.original.recorded.instant
    var opened: [EpisodeKey] = []
    for place in findings.indices {
      let change = findings[place].judgeAgain(
        entries.observations,
        from: baseline,
        stopped: stopped
      )
      opened += change.opened.map { EpisodeKey(place: place, entry: $0) }
    }
    return opened
  }

  var hasEpisodes: Bool { findings.contains { $0.tracks.contains { !$0.spans.isEmpty } } }

  /// The standing episodes of some keys, or all of them, as of an instant.
  func episodes(_ wanted: Set<EpisodeKey>? = nil, asOf: Instant) -> [Episode] {
    let clock = stopped.map { min($0, asOf) } ?? asOf
    var episodes: [Episode] = []
    for finding in findings {
      for track in finding.tracks {
        for span in track.spans {
          let key = EpisodeKey(place: finding.place, entry: track.first(of: span))
          guard wanted?.contains(key) ?? true else { continue }
          episodes.append(
            Episode(span, of: track, in: finding, chart: entries.chart, clock: clock)
          )
        }
      }
    }
    return episodes
  }
}

extension Content {
  fileprivate var canMoveClosing: Bool {
    switch self {
    case .closed, .void, .amendment: true
    default: false
    }
  }
}

extension Observation {
  /// An entry as it was written, before anything changed it.
  fileprivate init(_ entry: Entry) {
    self.init(
      number: entry.number,
      stamp: entry.observed,
      content: entry.content,
      verified: nil
    )
  }
}
