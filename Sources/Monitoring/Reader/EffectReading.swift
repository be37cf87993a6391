import SessionRecord

extension ProtocolNode {
  /// One of the effects that can be typed under the protocol.
  func effect(among effects: [EffectName]) throws(ProtocolRefusal) -> EffectName {
    let effect = EffectName(try string())
    guard effects.contains(effect) else {
      throw expected(
        "an effect that can be typed under this protocol",
        near: nearest(to: effect.text, among: effects.map(\.text))
      )
    }
    return effect
  }

  /// One or more of them, none twice.
  func effects(among effects: [EffectName]) throws(ProtocolRefusal) -> [EffectName] {
    let names = try distinct { (element) throws(ProtocolRefusal) in
      try element.effect(among: effects)
    }
    guard !names.isEmpty else {
      throw refusal("Expected at least one effect; leave the key out for none.")
    }
    return names
  }
}
