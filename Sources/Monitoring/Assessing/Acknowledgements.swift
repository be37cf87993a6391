import SessionRecord

/// The acknowledgements of a session, on the flags for which they stand.
///
/// One stands for whichever standing episode of the rule it names holds the entry it names, and covers
/// the milder ones that the episode's first entry raised with it.
struct Acknowledgements {
  private var byFlag: [EpisodeKey: [FlagAcknowledgement]] = [:]

  /// The unvoided entries that acknowledge flags.
  static func entries(of chart: Chart) -> [ChartEntry] {
    chart.entries.filter { entry in
      if case .acknowledgement = entry.content { !entry.isVoid } else { false }
    }
  }

  init(_ entries: [ChartEntry], on standing: [Episode]) {
    for entry in entries {
      guard case .acknowledgement(let acknowledgement) = entry.content else { continue }
      let named = acknowledgement.flags.compactMap { named in
        named.flag.entry.flatMap { entry in
          standing.first { $0.rule.id == named.flag.rule && $0.holds(entry) }
        }
      }
      var done: Set<EpisodeKey> = []
      for episode in named where done.insert(episode.key).inserted {
        add(acknowledgement, entry, to: episode, covering: false)
      }
      for episode in named {
        for milder in standing
        where episode.covers(milder) && done.insert(milder.key).inserted {
          add(acknowledgement, entry, to: milder, covering: true)
        }
      }
    }
  }

  func of(_ episode: Episode) -> [FlagAcknowledgement] { byFlag[episode.key] ?? [] }

  /// Of a flag that time raised: those that name it, by its own cause or an entry that it holds; nothing
  /// covers it.
  static func of(
    _ identity: FlagIdentity,
    holding readings: [BreakingReading],
    in entries: [ChartEntry]
  ) -> [FlagAcknowledgement] {
    entries.compactMap { entry in
      guard case .acknowledgement(let acknowledgement) = entry.content,
        acknowledgement.flags.contains(where: { named in
          named.flag == identity
            || (named.flag.rule == identity.rule
              && readings.contains { $0.entry == named.flag.entry })
        })
      else { return nil }
      return FlagAcknowledgement(acknowledgement, entry, covering: false)
    }
  }

  private mutating func add(
    _ acknowledgement: Acknowledgement,
    _ entry: ChartEntry,
    to episode: Episode,
    covering: Bool
  ) {
    byFlag[episode.key, default: []].append(
      FlagAcknowledgement(acknowledgement, entry, covering: covering)
    )
  }
}

extension FlagAcknowledgement {
  fileprivate init(_ acknowledgement: Acknowledgement, _ entry: ChartEntry, covering: Bool) {
    self.init(
      entry: entry.number,
      at: entry.observed.instant,
      by: entry.original.author,
      text: acknowledgement.text,
      covering: covering
    )
  }
}

extension Episode {
  /// Whether acknowledging this one covers the other: of the same measure and direction, first broken
  /// by the same entry, with a lower protocol priority, or an equal one and a nearer limit.
  fileprivate func covers(_ other: Episode) -> Bool {
    guard other.first == first, other.measure == measure,
      other.limit?.comparison.isUpper == limit?.comparison.isUpper
    else { return false }
    // The limits of an item and of a total are no limits of one quantity.
    if case .scale(let own) = rule.condition, case .scale(let others) = other.rule.condition,
      own.item != others.item
    {
      return false
    }
    if other.rule.priority != rule.priority { return other.rule.priority < rule.priority }
    guard let limit, let otherLimit = other.limit else { return false }
    return otherLimit.isNearer(than: limit)
  }
}

extension BrokenLimit {
  /// Whether a worsening value meets it before the other, which has the same direction.
  fileprivate func isNearer(than other: BrokenLimit) -> Bool {
    // Two means of many readings, each times a percentage, are wider than `Int` when multiplied.
    let own = Int128(numerator) * Int128(other.denominator)
    let others = Int128(other.numerator) * Int128(denominator)
    return comparison.isUpper ? own < others : own > others
  }
}
