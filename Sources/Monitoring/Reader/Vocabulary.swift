import SessionRecord

/// What can be typed under a protocol, as its rules and its schedule name it.
struct Vocabulary {
  /// Every side effect, the protocol's own among them.
  let effects: [EffectName]
  let scales: ListedScales

  init(addedEffects: [EffectName] = [], scales: ListedScales) {
    effects = EffectName.common + EffectName.crises + addedEffects
    self.scales = scales
  }

  /// Effects, and what goes on around a remote patient.
  var occurrences: [EffectName] { effects + EffectName.circumstances }
}
