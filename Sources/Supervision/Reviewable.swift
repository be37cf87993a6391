import SessionRecord

/// What a session has to be reviewed, and what a typed subject names of it.
struct Reviewable {
  private let flags: [Flag]
  private let effects: [EffectEpisode]
  private let chart: Chart
  private let session: Session

  /// *effects* may hold what goes on around a remote patient, which is no side effect.
  init(flags: [Flag], effects: [EffectEpisode], chart: Chart, session: Session) {
    self.flags = flags
    self.effects = effects.filter { !$0.name.isCircumstance }
    self.chart = chart
    self.session = session
  }

  /// Flags first, then side effects, each named once; never empty.
  func subjects(named subject: ReviewSubject) throws(ReviewRefusal) -> [Review.Subject] {
    var flags: [Flag] = []
    var onsets: [EntryNumber] = []
    switch subject {
    case .all:
      flags = self.flags.filter { $0.awaitsReview && $0.priority != .high }
      onsets = effects.filter { $0.review == nil }.map(\.onset)
      guard !flags.isEmpty || !onsets.isEmpty else { throw nothingForAll }
    case .named(let names):
      for name in names {
        switch name {
        case .flags(let first, let last): flags += try self.flags(first, through: last)
        case .onset(let entry): onsets.append(try effect(at: entry).onset)
        case .effect(let name): onsets.append(try effect(called: name).onset)
        }
      }
      try refuseRetracted(flags)
    }
    var subjects: [Review.Subject] = []
    if !flags.isEmpty {
      subjects.append(
        .flags(
          flags.once(by: \.number).map {
            Acknowledgement.Named(number: $0.number, flag: $0.identity)
          }
        )
      )
    }
    if !onsets.isEmpty { subjects.append(.effects(onsets.once(by: \.self))) }
    return subjects
  }

  private var nothingForAll: ReviewRefusal {
    let high = flags.filter(\.awaitsReview).map(\.number)
    return high.isEmpty
      ? .nothingUnreviewed(session.label) : .onlyHighFlags(high, session.number)
  }

  // MARK: - Flags

  private func flags(
    _ first: FlagNumber,
    through last: FlagNumber
  ) throws(ReviewRefusal) -> [Flag] {
    let found = flags.filter { first <= $0.number && $0.number <= last }
    // Numbers run from 1 without a gap, so that a range is whole or goes beyond the last.
    guard found.first?.number == first, found.last?.number == last else {
      let missing = flags.contains { $0.number == first } ? last : first
      throw .noSuchFlag(missing, of: session.label, session.number, known: flags.map(\.number))
    }
    return found
  }

  /// What was taken back needs no review; the rest of what was named is offered instead.
  private func refuseRetracted(_ named: [Flag]) throws(ReviewRefusal) {
    let gone = named.filter { $0.retractedBy != nil }
    guard !gone.isEmpty else { return }
    throw .retracted(
      gone.map { ReviewRefusal.Retracted(number: $0.number, by: $0.retractedBy) },
      rest: named.filter { $0.retractedBy == nil }.once(by: \.number).map(\.number),
      session.number
    )
  }

  // MARK: - Side effects

  /// By the entry of its onset.
  private func effect(at entry: EntryNumber) throws(ReviewRefusal) -> EffectEpisode {
    let entry = chart.original(of: entry)
    if let found = effects.first(where: { $0.onset == entry }) { return found }
    if let holding = effects.first(where: { $0.entries.contains(entry) }) {
      throw .notTheOnset(entry, of: holding.name, onset: holding.onset)
    }
    throw .noOnset(entry, session.label, known: effects.map(ReviewRefusal.Onset.init))
  }

  /// By name: its only unreviewed episode.
  private func effect(called name: EffectName) throws(ReviewRefusal) -> EffectEpisode {
    let episodes = effects.filter { $0.name == name }
    guard !episodes.isEmpty else {
      let names = Set(effects.map(\.name.text)).sorted()
      throw .noSuchEffect(
        name,
        session.label,
        near: nearest(to: name.text, among: names + ["all"]),
        known: names
      )
    }
    let unreviewed = episodes.filter { $0.review == nil }
    guard let only = unreviewed.first else {
      throw .effectReviewed(name, episodes.map(\.onset))
    }
    guard unreviewed.count == 1 else {
      throw .severalEpisodes(unreviewed.map(ReviewRefusal.Onset.init))
    }
    return only
  }
}

extension Array {
  /// Without what was there before, by a key.
  fileprivate func once<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}
