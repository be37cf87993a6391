package import Monitoring
package import SessionRecord

/// Side effects across sessions as a document, `vigil/effects/1`.
package struct EffectListJSON {
  private let effects: [SessionEffect]
  private let adoptions: Adoptions

  package init(_ effects: [SessionEffect], adoptions: [Adoption] = []) {
    self.effects = effects
    self.adoptions = Adoptions(adoptions)
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/effects/1"),
      "counts": EffectCounts(effects).value,
      "effects": .array(
        effects.map { found in
          .object([
            "session": SessionJSON.session(found.session, adoptions),
            "effect": EffectJSON.episode(
              found.effect,
              clock: SessionClock(of: found.session)
            ),
          ])
        }
      ),
    ]).text
  }
}
