import Monitoring
import SessionRecord

/// An entry of a side effect.
struct ReferenceEffect {
  let entry: EntryNumber
  let at: Instant
  let effect: SideEffect

  var reading: BreakingReading { BreakingReading(entry: entry, observed: at, effect: effect) }
}

/// The rules on side effects, by sentence 14: confirmed at once, cleared at once.
struct ReferenceEffectRule {
  let condition: Condition
  let mistake: Mistake?

  func concerns(_ name: EffectName) -> Bool {
    switch condition {
    case .severity(let rule):
      (rule.only.isEmpty || rule.only.contains(name)) && !rule.except.contains(name)
    case .distressing(let rule):
      (rule.only.isEmpty || rule.only.contains(name)) && !rule.except.contains(name)
    case .presence(let rule): rule.effects.contains(name)
    case .crisis: true
    default: false
    }
  }

  func breaks(_ effect: SideEffect) -> Bool {
    switch condition {
    case .severity(let rule):
      guard let severity = effect.severity, effect.isPresent else { return false }
      return severity >= rule.atLeast
    case .distressing: return effect.isPresent && effect.distressing
    case .crisis:
      if effect.name == .headache, mistake == .headacheIsNoCrisis { return false }
      if mistake == .mildCrisisIsNone, effect.severity != .severe { return false }
      return effect.isCrisis
    case .presence:
      if mistake == .presenceNeedsGrade, effect.grade == nil { return false }
      if mistake == .presenceEndsWhenMild, effect.severity == .mild { return false }
      return effect.isPresent
    default: return false
    }
  }

  func clears(_ effect: SideEffect) -> Bool {
    guard effect.isPresent else { return true }
    switch condition {
    case .severity(let rule):
      guard let severity = effect.severity else { return mistake == .ungradedClears }
      return severity < rule.atLeast
    case .distressing:
      return !effect.distressing && (effect.grade != nil || mistake == .ungradedClears)
    case .crisis:
      guard let severity = effect.severity else { return false }
      return effect.name == .headache && severity < .severe
    case .presence: return effect.severity == .mild && mistake == .presenceEndsWhenMild
    default: return false
    }
  }

  /// How bad an entry is, for the peak; an ungraded one is the least, but a crisis word is severe.
  func badness(_ effect: SideEffect) -> Int {
    if mistake == .ungradedIsMilderThanAll, effect.grade == nil { return 0 }
    return effect.severity?.rawValue ?? 0
  }

  /// The episodes of one effect under one rule.
  func episodes(
    of name: EffectName,
    in all: [ReferenceEffect],
    rule: Rule,
    place: Int
  ) -> [ReferenceEpisode] {
    var episodes: [ReferenceEpisode] = []
    var rest = all.filter { other in
      other.effect.name == name
        || (mistake == .presenceIsOneEpisode && condition.isPresence && concerns(other.effect.name))
    }
    while let start = rest.firstIndex(where: { breaks($0.effect) }) {
      let opening = rest[start]
      rest = Array(rest[start...])
      let end = rest.firstIndex { !breaks($0.effect) && clears($0.effect) }
      let own = end.map { Array(rest[..<$0]) } ?? rest
      let breaking = own.filter { breaks($0.effect) }
      var worst = opening
      for entry in breaking where badness(entry.effect) >= badness(worst.effect) {
        if badness(entry.effect) > badness(worst.effect) || mistake == .peakIsLastOfEquals {
          worst = entry
        }
      }
      let cleared = end.map { rest[$0].at }
      episodes.append(
        ReferenceEpisode(
          rule: rule,
          place: place,
          measure: .effect(name),
          limit: nil,
          readings: breaking.map(\.reading),
          peak: worst.reading,
          state: cleared.map { .cleared(at: $0, repeated: true) }
            ?? .confirmed(at: opening.at, repeated: true),
          confirmed: opening.at,
          priority: rule.priority,
          backInside: cleared,
          first: opening.entry,
          raised: opening.at,
          mistake: mistake
        )
      )
      rest = end.map { Array(rest[($0 + 1)...]) } ?? []
    }
    return episodes
  }
}

extension Condition {
  fileprivate var isPresence: Bool { if case .presence = self { true } else { false } }
}
