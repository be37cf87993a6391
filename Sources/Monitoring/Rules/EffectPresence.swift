package import SessionRecord

/// One of some effects or circumstances, at any grade or none; one episode per effect.
package struct EffectPresence: Hashable {
  /// Never empty.
  package let effects: [EffectName]

  package init(_ effects: [EffectName]) { self.effects = effects }
}

extension EffectPresence {
  /// Ends when the effect is gone or absent.
  func verdict(on observation: Observation) -> Verdict? {
    guard case .effect(let effect) = observation.content, effects.contains(effect.name) else {
      return nil
    }
    return Verdict(effect, breaks: effect.isPresent)
  }
}
