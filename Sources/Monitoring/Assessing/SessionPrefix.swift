import SessionRecord

/// The entries up to some commit, folded: appending one in observed order costs its rules, not the
/// session.
struct SessionPrefix {
  private let monitoringProtocol: MonitoringProtocol
  private let index: RuleIndex
  private var entries = ObservedEntries()
  private(set) var baseline: SessionBaseline
  private(set) var findings: [RuleFindings]
  var schedule: SessionSchedule
  private var silence = Silence()
  private var timedRules: TimedRules
  private var furtherDoses: FurtherDoses
  /// Whether a rule counts from the end of the infusion.
  private let readsInfusion: Bool
  /// Where closing stops the clock for what time alone does.
  private var stopped: Instant?
  /// Places of the rules whose flags can be high and are about the patient.
  private let highPlaces: [Int]

  init(under monitoringProtocol: MonitoringProtocol) {
    self.monitoringProtocol = monitoringProtocol
    let baseline = SessionBaseline(of: [], under: monitoringProtocol)
    self.baseline = baseline
    findings = monitoringProtocol.rules.enumerated().map { place, rule in
      RuleFindings(of: rule, at: place, under: monitoringProtocol, from: baseline)
    }
    timedRules = TimedRules(monitoringProtocol)
    furtherDoses = FurtherDoses(monitoringProtocol)
    readsInfusion = monitoringProtocol.rules.contains { rule in
      if case .notFalling(let condition) = rule.condition, !rule.isOff {
        condition.since == .infusion
      } else {
        false
      }
    }
    index = RuleIndex(monitoringProtocol.rules)
    highPlaces = monitoringProtocol.rules.indices.filter { place in
      monitoringProtocol.rules[place].canBeHigh
    }
    schedule = SessionSchedule(monitoringProtocol.schedule)
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
      case .infusion where readsInfusion: return false
      case .vitals, .effect, .dose, .infusion, .scale, .deferred:
        let order = ObservedOrder(observed: entry.observed.instant, number: entry.number)
        if let last, order < last { return false }
        if baseline.canMove(with: Observation(entry)) { return false }
        if furtherDoses.canChange(by: order.observed) { return false }
        last = order
      case .opened, .check, .waste, .action, .note, .mark, .acknowledgement, .leaving, .screening,
        .presence, .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
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
      for entry in change.gone { gone.append(EpisodeKey(place: place, entry: entry)) }
      for entry in change.opened { opened.append(EpisodeKey(place: place, entry: entry)) }
    }
    let isNext =
      change.removed.isEmpty && change.inserted.count == 1
      && change.inserted[0].order == entries.observations.last?.order
    // What follows from one observation to the next is judged anew where one is not the next.
    var again: Set<Int> = []
    for observation in change.removed {
      for place in index.places(observation) {
        if findings[place].follows {
          again.insert(place)
        } else {
          note(findings[place].remove(observation, from: baseline, stopped: stopped), of: place)
        }
      }
    }
    for observation in change.inserted {
      for place in index.places(observation) {
        if findings[place].follows, !isNext {
          again.insert(place)
        } else {
          note(findings[place].insert(observation, from: baseline, stopped: stopped), of: place)
        }
      }
    }
    if entry.content.canMoveFrame(readsInfusion: readsInfusion)
      || (change.removed + change.inserted).contains(where: baseline.canMove)
    {
      let moved = currentBaseline
      if moved != baseline {
        baseline = moved
        for place in findings.indices where findings[place].rule.readsBaseline {
          again.insert(place)
        }
      }
    }
    for place in again.sorted() where !findings[place].rule.isOff {
      note(
        findings[place].judgeAgain(entries.observations, from: baseline, stopped: stopped),
        of: place
      )
    }
    // What is judged anew may be high no more, and slots go with it, also where nothing was observed.
    var isAsBefore = again.isEmpty
    if entry.content.canMoveClosing {
      let closed = entries.chart.stopped
      if closed != stopped {
        stopped = closed
        isAsBefore = false
        for place in findings.indices {
          note(findings[place].refold(stopped: stopped), of: place)
        }
      }
    }
    timedRules.take(entry, change, in: entries, timeZero: baseline.timeZero, isNext: isNext)
    if furtherDoses.take(change, in: entries) {
      for (place, judged) in judgedDoses {
        note(findings[place].judgeAgain(judged, stopped: stopped), of: place)
      }
    }
    foldSchedule(after: change, isAsBefore: isAsBefore)
    guard !gone.isEmpty else { return ([], opened) }
    let lost = Set(gone)
    let found = Set(opened)
    return (lost.subtracting(found).map(\.self), found.subtracting(lost).map(\.self))
  }

  /// Adds entries at once where no flag stands that they could remove: an import into a new session.
  mutating func begin(with commit: ArraySlice<Entry>) -> [EpisodeKey] {
    for entry in commit { _ = entries.append(entry) }
    baseline = currentBaseline
    stopped = entries.chart.stopped
    var opened: [EpisodeKey] = []
    for place in findings.indices where !findings[place].rule.isOff {
      let change = findings[place].judgeAgain(
        entries.observations,
        from: baseline,
        stopped: stopped
      )
      opened += change.opened.map { EpisodeKey(place: place, entry: $0) }
    }
    timedRules.fold(entries, timeZero: baseline.timeZero)
    furtherDoses.fold(entries)
    for (place, judged) in judgedDoses {
      opened += findings[place].judgeAgain(judged, stopped: stopped).opened.map {
        EpisodeKey(place: place, entry: $0)
      }
    }
    schedule.fold(observations, in: frame(clock: stopped))
    return opened
  }

  private var currentBaseline: SessionBaseline {
    SessionBaseline(
      of: entries.observations,
      under: monitoringProtocol,
      infusionEnd: readsInfusion
        ? DoseWalk(of: chart, ownDrug: monitoringProtocol.formulary.ownDrug).ownInfusionEnd : nil,
      on: chart.opening?.spo2Scale ?? .one
    )
  }

  var hasEpisodes: Bool { findings.contains { $0.tracks.contains { !$0.spans.isEmpty } } }

  /// How far time alone has gone at an instant.
  func clock(at instant: Instant) -> Instant { stopped.map { min($0, instant) } ?? instant }

  // MARK: - What time alone does

  /// A commit comes at this time.
  mutating func goOn(to time: Instant) { silence.goOn(to: time) }

  /// The flags that time alone has raised by an instant.
  func timed(by instant: Instant) -> [TimedFlag] {
    let clock = clock(at: instant)
    return schedule.timed(by: clock)
      + silence.flags(by: clock, closed: stopped, at: schedule.groups.count)
      + timedRules.flags(by: clock, after: schedule.groups.count)
  }

  /// The groups of the schedule as of an instant.
  func groups(asOf: Instant) -> [ScheduledGroup] {
    let clock = clock(at: asOf)
    guard schedule.followsHigh, highTimes(clock: clock) != schedule.frame.high else {
      return schedule.groups(at: clock)
    }
    var now = self
    now.foldAgain(at: asOf)
    return now.schedule.groups(at: clock)
  }

  /// What calls for slots at an instant is what was high by then, not what time will make high.
  mutating func foldAgain(at instant: Instant) {
    schedule.fold(observations, in: frame(clock: clock(at: instant)))
  }

  private mutating func foldSchedule(after change: ObservedEntries.Change, isAsBefore: Bool) {
    let old = schedule.frame
    let opened = chart.entries.first?.observed.instant
    let isFramed = isAsBefore && old.opened == opened && old.timeZero == baseline.timeZero
    if isFramed, change.removed.isEmpty, change.inserted.isEmpty { return }
    guard isFramed, change.removed.isEmpty, change.inserted.count == 1,
      let new = change.inserted.first, new.order == observations.last?.order
    else {
      schedule.fold(
        observations,
        in: frame(clock: stopped),
        changed: change.removed + change.inserted
      )
      return
    }
    if schedule.followsHigh {
      var high = old.high
      var since = timedRules.highNow(clock: stopped)
      for place in highPlaces {
        guard let open = findings[place].highSince else { continue }
        since = since.map { min($0, open) } ?? open
      }
      high.goOn(since, at: new.observed)
      if high != old.high {
        schedule.take(new, following: high, over: observations)
        return
      }
    }
    schedule.take(new)
  }

  /// From what the places of the slots follow; *clock* is how far time alone is looked at.
  private func frame(clock: Instant?) -> GroupFold.Frame {
    GroupFold.Frame(
      opened: chart.entries.first?.observed.instant,
      timeZero: baseline.timeZero,
      high: schedule.followsHigh ? highTimes(clock: clock) : HighTimes()
    )
  }

  private var judgedDoses: [(place: Int, values: [JudgedValue])] {
    furtherDoses.judged(high: highTimes(clock: stopped)) { dose in
      highPlaces.contains { findings[$0].isHigh(at: dose, clock: stopped) }
        || timedRules.isHigh(at: dose, clock: stopped)
    }
  }

  /// When a flag about the patient was open and high.
  private func highTimes(clock: Instant?) -> HighTimes {
    var high = HighTimes()
    for place in highPlaces { findings[place].addHighTimes(to: &high, clock: clock) }
    timedRules.addHighTimes(to: &high, clock: clock)
    return high
  }

  // MARK: - Episodes

  /// The standing episodes of some keys, or all of them, as of an instant.
  func episodes(_ wanted: Set<EpisodeKey>? = nil, asOf: Instant) -> [Episode] {
    let clock = clock(at: asOf)
    var episodes: [Episode] = []
    for finding in findings where !finding.tracks.isEmpty {
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

  /// Whether it can move the end of the infusion, or change the scale of the opening.
  fileprivate func canMoveFrame(readsInfusion: Bool) -> Bool {
    switch self {
    case .opened, .amendment: true
    case .infusion, .dose, .void: readsInfusion
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
