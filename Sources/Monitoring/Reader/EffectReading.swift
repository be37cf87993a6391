import SessionRecord

extension ProtocolNode {
  /// One of the effects that can be typed under the protocol.
  func effect(among effects: [EffectName]) throws(ProtocolRefusal) -> EffectName {
    let effect = EffectName(try string())
    guard effects.contains(effect) else {
      throw expected("an effect that can be typed under this protocol")
    }
    return effect
  }
}
