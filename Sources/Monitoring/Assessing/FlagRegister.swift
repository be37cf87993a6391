import SessionRecord

/// Which flags were ever found, their numbers and first known times, and what became of them.
struct FlagRegister {
  private struct Found {
    let number: FlagNumber
    let known: Instant
    /// What was last found of it; nil while it stands.
    var retracted: Flag?
  }

  private var found: [EpisodeKey: Found] = [:]

  /// Retracts what a commit removed, as it was last seen in the prefix before it.
  mutating func retract(_ changes: CommitChanges, from before: SessionPrefix, lastSeen: Instant) {
    for flag in flags(Set(changes.removers.keys), of: before, asOf: lastSeen) {
      found[flag.key]?.retracted = flag.value.retracted(by: changes.removers[flag.key])
    }
  }

  /// Gives numbers to what a commit found first; one that comes back stands again under its old one.
  ///
  /// In the order of raised time, entry number and place in the protocol; a number is never given
  /// twice.
  mutating func raise(_ changes: CommitChanges, in prefix: SessionPrefix, at known: Instant) {
    guard !changes.opened.isEmpty else { return }
    let chart = prefix.chart
    let inOrder = changes.opened.map { key in
      (raised: chart[key.entry]?.observed.instant ?? known, key: key)
    }.sorted {
      ($0.raised, $0.key.entry, $0.key.place) < ($1.raised, $1.key.entry, $1.key.place)
    }
    for (_, key) in inOrder {
      if found[key] != nil {
        found[key]?.retracted = nil
      } else {
        found[key] = Found(number: FlagNumber(found.count + 1), known: known, retracted: nil)
      }
    }
  }

  /// Standing and retracted flags, by number.
  func flags(of prefix: SessionPrefix, asOf: Instant) -> [Flag] {
    (flags(nil, of: prefix, asOf: asOf).map(\.value) + found.values.compactMap(\.retracted))
      .sorted { $0.number < $1.number }
  }

  /// The standing flags of some keys, or all of them.
  private func flags(
    _ wanted: Set<EpisodeKey>?,
    of prefix: SessionPrefix,
    asOf: Instant
  ) -> [(key: EpisodeKey, value: Flag)] {
    let acknowledging = Acknowledgements.entries(of: prefix.chart)
    // An acknowledgement can cover a flag that it does not name.
    let episodes = prefix.episodes(acknowledging.isEmpty ? wanted : nil, asOf: asOf)
    let acknowledgements = Acknowledgements(acknowledging, on: episodes)
    return episodes.compactMap { episode in
      guard wanted?.contains(episode.key) ?? true, let found = found[episode.key] else {
        return nil
      }
      let flag = Flag(
        episode,
        number: found.number,
        known: found.known,
        acknowledgements: acknowledgements.of(episode)
      )
      return (episode.key, flag)
    }
  }
}

extension Flag {
  fileprivate init(
    _ episode: Episode,
    number: FlagNumber,
    known: Instant,
    acknowledgements: [FlagAcknowledgement]
  ) {
    self.init(
      identity: episode.identity,
      number: number,
      measure: episode.measure,
      title: episode.rule.title(of: episode.measure, quantity: episode.readings[0].quantity),
      isProcess: episode.rule.isProcess,
      protocolPriority: episode.rule.priority,
      priority: episode.priority,
      limit: episode.limit,
      readings: episode.readings,
      peak: episode.peak,
      raised: episode.life.raised,
      known: known,
      state: episode.life.state,
      confirmed: episode.life.confirmed,
      backInside: episode.life.backInside,
      acknowledgements: acknowledgements,
      retractedBy: nil
    )
  }

  /// The same flag, last found so, and gone since.
  fileprivate func retracted(by entry: EntryNumber?) -> Flag {
    Flag(
      identity: identity,
      number: number,
      measure: measure,
      title: title,
      isProcess: isProcess,
      protocolPriority: protocolPriority,
      priority: priority,
      limit: limit,
      readings: readings,
      peak: peak,
      raised: raised,
      known: known,
      state: state,
      confirmed: confirmed,
      backInside: backInside,
      acknowledgements: acknowledgements,
      retractedBy: entry
    )
  }
}
