import Monitoring
import SessionRecord

/// The lane of one effect.
struct ChartEffect {
  /// From an onset to its end.
  struct Spell {
    /// A time at one grade.
    struct Stretch {
      let from: Instant
      /// Nil where nobody graded it.
      let severity: Severity?
    }

    let from: Instant
    /// Nil while it is still present.
    let to: Instant?
    /// By time; the first begins with the spell.
    let stretches: [Stretch]
    let worst: Severity?
    let isDistressing: Bool
  }

  let name: EffectName
  let spells: [Spell]

  /// What the patient had, by first onset; what goes on around a remote patient is an event.
  static func lanes(in words: SessionWords) -> [ChartEffect] {
    var order: [EffectName] = []
    var spells: [EffectName: [Spell]] = [:]
    for episode in words.chart.sideEffects {
      if spells[episode.name] == nil { order.append(episode.name) }
      spells[episode.name, default: []].append(spell(episode, in: words))
    }
    return order.compactMap { name in
      spells[name].map { ChartEffect(name: name, spells: $0) }
    }
  }

  private static func spell(_ episode: EffectEpisode, in words: SessionWords) -> Spell {
    var stretches: [Spell.Stretch] = []
    for number in episode.entries {
      guard let entry = words.chart[number], case .effect(let effect) = entry.content,
        effect.isPresent
      else { continue }
      // `better` and `worse` without a grade say nothing of how much; the last grade is not the next one.
      stretches.append(Spell.Stretch(from: entry.observed.instant, severity: effect.severity))
    }
    return Spell(
      from: episode.began.instant,
      to: episode.ended?.instant,
      stretches: stretches,
      worst: episode.worst,
      isDistressing: episode.distressing
    )
  }
}
