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
    entries: [EntryNumber]
  ) {
    self.name = name
    self.onset = onset
    self.began = began
    self.worst = worst
    self.worstAt = worstAt
    self.distressing = distressing
    self.ended = ended
    self.entries = entries
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
    return episodes
  }

  /// The unvoided entries by observed time, then number.
  package var standingInObservedOrder: [ChartEntry] {
    entries.filter { !$0.isVoid }.sorted {
      ($0.observed.instant, $0.number) < ($1.observed.instant, $1.number)
    }
  }
}
