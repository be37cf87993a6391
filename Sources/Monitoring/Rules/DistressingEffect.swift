package import SessionRecord

/// A side effect that was typed as *distressing*; one episode per effect.
package struct DistressingEffect: Hashable {
  /// Only these effects; empty for every effect.
  package let only: [EffectName]
  /// But not these.
  package let except: [EffectName]

  package init(only: [EffectName] = [], except: [EffectName] = []) {
    self.only = only
    self.except = except
  }
}

extension DistressingEffect {
  /// Ends when the effect is gone or absent, or entered again with a grade and not as distressing.
  func verdict(on observation: Observation) -> Verdict? {
    guard case .effect(let effect) = observation.content,
      effect.name.isAmong(only, except: except)
    else { return nil }
    guard effect.isPresent else { return Verdict(effect, breaks: false) }
    if effect.distressing { return Verdict(effect, breaks: true) }
    return effect.grade == nil ? nil : Verdict(effect, breaks: false)
  }
}

extension EffectName {
  /// Whether a rule for these effects (empty: all), but not those, is about this one.
  func isAmong(_ only: [EffectName], except: [EffectName]) -> Bool {
    (only.isEmpty || only.contains(self)) && !except.contains(self)
  }
}
