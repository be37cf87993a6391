package import Monitoring
import SessionRecord

/// Side effects across sessions as a document, `vigil/effects/1`.
package struct EffectListJSON {
  private let effects: [SessionEffect]

  package init(_ effects: [SessionEffect]) { self.effects = effects }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/effects/1"),
      "counts": EffectCounts(effects).value,
      "effects": .array(
        effects.map { found in
          .object([
            "session": SessionJSON.session(found.session),
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
