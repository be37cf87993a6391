/// One side effect from its onset to its end, as the unvoided entries tell it.
package struct EffectEpisode: Hashable {
  package let name: EffectName
  /// The entry at which it was first seen present.
  package let onset: EntryNumber
  package let began: Stamp
  /// The worst grade that was given, and when; nil where none was graded.
  package private(set) var worst: Severity?
  package private(set) var worstAt: Stamp?
  package private(set) var distressing: Bool
  /// When it was gone or absent; nil while it is still present.
  package private(set) var ended: Stamp?
  package private(set) var entries: [EntryNumber]
  /// The newest review of it, also one that what came after has outgrown; nil where nobody reviewed it.
  package internal(set) var reviewed: ReviewMark?
  /// What the clinic made of it afterwards; nil while nobody reviewed it as it is.
  package var review: ReviewMark? { reviewed?.outgrown == nil ? reviewed : nil }

  init(_ effect: SideEffect, at entry: ChartEntry) {
    name = effect.name
    onset = entry.number
    began = entry.observed
    worst = effect.severity
    worstAt = effect.severity == nil ? nil : entry.observed
    distressing = effect.distressing
    ended = nil
    entries = [entry.number]
  }

  /// As a store kept it.
  package init(
    name: EffectName,
    onset: EntryNumber,
    began: Stamp,
    worst: Severity?,
    worstAt: Stamp?,
    distressing: Bool,
    ended: Stamp?,
    entries: [EntryNumber],
    reviewed: ReviewMark? = nil
  ) {
    self.name = name
    self.onset = onset
    self.began = began
    self.worst = worst
    self.worstAt = worstAt
    self.distressing = distressing
    self.ended = ended
    self.entries = entries
    self.reviewed = reviewed
  }

  /// Whether it is of a higher grade than a reviewer saw, or distressing since; a first grade of mild is
  /// not.
  func isWorse(than seen: EffectEpisode) -> Bool {
    (worst ?? .mild) > (seen.worst ?? .mild) || (distressing && !seen.distressing)
  }

  mutating func add(_ effect: SideEffect, at entry: ChartEntry) {
    entries.append(entry.number)
    if effect.isPresent {
      if let severity = effect.severity, worst.map({ severity > $0 }) ?? true {
        worst = severity
        worstAt = entry.observed
      }
      distressing = distressing || effect.distressing
    } else {
      ended = entry.observed
    }
  }
}

extension Chart {
  /// The episodes of every side effect, by onset, in observed order of their entries.
  package var effectEpisodes: [EffectEpisode] {
    var episodes: [EffectEpisode] = []
    var running: [EffectName: Int] = [:]
    for entry in standingInObservedOrder {
      guard case .effect(let effect) = entry.content else { continue }
      if let place = running[effect.name] {
        episodes[place].add(effect, at: entry)
        if !effect.isPresent { running[effect.name] = nil }
      } else if effect.isPresent {
        running[effect.name] = episodes.count
        episodes.append(EffectEpisode(effect, at: entry))
      }
    }
    review(&episodes)
    return episodes
  }

  /// A review stands on the episode that holds the entry it names, while that is of the same effect;
  /// the newest counts.
  private func review(_ episodes: inout [EffectEpisode]) {
    for entry in standingReviews {
      guard case .review(let review) = entry.content, case .effects(let onsets) = review.subject
      else { continue }
      for onset in onsets {
        guard let seen = effect(at: onset, reviewedBy: entry.number) else { continue }
        for place in episodes.indices
        where episodes[place].name == seen.name && episodes[place].entries.contains(onset) {
          let outgrown: OutgrownReview? =
            episodes[place].isWorse(than: seen)
            ? .effect(worst: seen.worst, distressing: seen.distressing) : nil
          episodes[place].reviewed = ReviewMark(review, of: entry, outgrown: outgrown)
        }
      }
    }
  }

  /// The unvoided entries by observed time, then number.
  package var standingInObservedOrder: [ChartEntry] {
    entries.filter { !$0.isVoid }.sorted {
      ($0.observed.instant, $0.number) < ($1.observed.instant, $1.number)
    }
  }
}
