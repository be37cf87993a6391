package import SessionRecord

/// A side effect at or above a severity; one episode per effect.
package struct EffectSeverity: Hashable {
  package let atLeast: Severity
  /// Only these effects; empty for every effect.
  package let only: [EffectName]
  /// But not these.
  package let except: [EffectName]

  package init(atLeast: Severity, only: [EffectName] = [], except: [EffectName] = []) {
    self.atLeast = atLeast
    self.only = only
    self.except = except
  }
}

extension EffectSeverity {
  /// Ends when the effect is gone, absent or milder; one without a grade says nothing.
  func verdict(on observation: Observation) -> Verdict? {
    guard case .effect(let effect) = observation.content,
      effect.name.isAmong(only, except: except)
    else { return nil }
    guard effect.isPresent else { return Verdict(effect, breaks: false) }
    return effect.severity.map { Verdict(effect, breaks: $0 >= atLeast) }
  }
}
