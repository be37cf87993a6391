import SessionRecord

/// Which flags were ever found, their numbers and first known times, and what became of them.
struct FlagRegister {
  private struct Found {
    let number: FlagNumber
    let known: Instant
    /// What was last found of it; nil while it stands.
    var retracted: Flag?
  }

  private let schedule: Schedule
  private var found: [FlagKey: Found] = [:]
  /// What time had raised when it was last looked at; empty where something was retracted since.
  private var looked: [FlagKey] = []

  init(under monitoringProtocol: MonitoringProtocol) { schedule = monitoringProtocol.schedule }

  /// Finds what time alone has raised since the commit; it is known at the instant it is raised.
  mutating func look(at timed: [TimedFlag]) {
    // What was looked at and has not been retracted since stands.
    guard !timed.isEmpty, timed.map(\.key) != looked else { return }
    looked = timed.map(\.key)
    let new = timed.filter { flag in found[flag.key].map { $0.retracted != nil } ?? true }
    for flag in new.sorted(by: { $0.isNumbered(before: $1) }) {
      stand(flag.key, known: flag.raised)
    }
  }

  /// Retracts what a commit removed, as it was last seen in the prefix before it.
  ///
  /// Where nothing but flags raised by time can be gone, *before* is nil; then *chart* is the one with
  /// the commit, and what is acknowledged or reviewed from its first entry on is not looked at.
  mutating func retract(
    _ changes: CommitChanges,
    from before: SessionPrefix?,
    _ timed: [TimedFlag],
    in chart: Chart,
    before first: EntryNumber?,
    lastSeen: Instant
  ) {
    let gone = Set(changes.removers.keys)
    looked = []
    if let before {
      let episodes = Set(gone.compactMap { if case .episode(let key) = $0 { key } else { nil } })
      if !episodes.isEmpty {
        for flag in flags(episodes, of: before, asOf: lastSeen) {
          found[flag.key]?.retracted = flag.value.retracted(by: changes.removers[flag.key])
        }
      }
    }
    let goneByTime = timed.filter { gone.contains($0.key) }
    guard !goneByTime.isEmpty else { return }
    let acknowledging = Acknowledgements.entries(of: chart).filter { entry in
      first.map { entry.number < $0 } ?? true
    }
    for flag in flags(goneByTime, acknowledging, Reviews(of: chart, before: first)) {
      found[flag.key]?.retracted = flag.value.retracted(by: changes.removers[flag.key])
    }
  }

  /// Gives numbers to what a commit found first; one that comes back stands again under its old one.
  ///
  /// In the order of raised time, rule flags before those raised by time, entry number or slot, and
  /// place in the protocol; a number is never given twice.
  mutating func raise(_ changes: CommitChanges, in prefix: SessionPrefix, at known: Instant) {
    guard !changes.opened.isEmpty else { return }
    let chart = prefix.chart
    let timed = Dictionary(
      prefix.timed(by: known).map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let inOrder = changes.opened.map { key in
      switch key {
      case .episode(let episode):
        (
          key: key, raised: chart[episode.entry]?.observed.instant ?? known, isTimed: 0,
          rank: episode.entry.value, place: episode.place, entry: 0
        )
      case .timed(let place, _):
        (
          key: key, raised: timed[key]?.raised ?? known, isTimed: 1,
          rank: timed[key]?.rank ?? Int.max, place: place, entry: timed[key]?.entry ?? 0
        )
      }
    }.sorted {
      ($0.raised, $0.isTimed, $0.rank, $0.place, $0.entry)
        < ($1.raised, $1.isTimed, $1.rank, $1.place, $1.entry)
    }
    for (key, _, _, _, _, _) in inOrder { stand(key, known: known) }
  }

  private mutating func stand(_ key: FlagKey, known: Instant) {
    if found[key] != nil {
      found[key]?.retracted = nil
    } else {
      found[key] = Found(number: FlagNumber(found.count + 1), known: known, retracted: nil)
    }
  }

  /// Standing and retracted flags, by number.
  func flags(of prefix: SessionPrefix, asOf: Instant) -> [Flag] {
    let timed = prefix.timed(by: asOf)
    let raised =
      timed.isEmpty
      ? []
      : flags(timed, Acknowledgements.entries(of: prefix.chart), Reviews(of: prefix.chart))
    return
      (flags(nil, of: prefix, asOf: asOf).map(\.value) + raised.map(\.value)
      + found.values.compactMap(\.retracted))
      .sorted { $0.number < $1.number }
  }

  /// The standing flags of some keys, or all of them.
  private func flags(
    _ wanted: Set<EpisodeKey>?,
    of prefix: SessionPrefix,
    asOf: Instant
  ) -> [(key: FlagKey, value: Flag)] {
    let acknowledging = Acknowledgements.entries(of: prefix.chart)
    // An acknowledgement can cover a flag that it does not name.
    let episodes = prefix.episodes(acknowledging.isEmpty ? wanted : nil, asOf: asOf)
    let acknowledgements = Acknowledgements(acknowledging, on: episodes)
    let reviews = Reviews(of: prefix.chart)
    return episodes.compactMap { episode in
      guard wanted?.contains(episode.key) ?? true, let found = found[.episode(episode.key)] else {
        return nil
      }
      let flag = Flag(
        episode,
        number: found.number,
        known: found.known,
        acknowledgements: acknowledgements.of(episode),
        reviewed: reviews.mark(on: episode, in: prefix.chart)
      )
      return (.episode(episode.key), flag)
    }
  }

  /// The same of flags that time raised.
  private func flags(
    _ timed: [TimedFlag],
    _ acknowledging: [ChartEntry],
    _ reviews: Reviews
  ) -> [(key: FlagKey, value: Flag)] {
    timed.compactMap { flag in
      guard let found = found[flag.key] else { return nil }
      let group = schedule.groups.indices.contains(flag.place) ? schedule.groups[flag.place] : nil
      return (
        flag.key,
        Flag(flag, of: group, number: found.number, known: found.known, acknowledging, reviews)
      )
    }
  }
}
