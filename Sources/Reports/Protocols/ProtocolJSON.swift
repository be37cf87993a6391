package import Monitoring
import SessionRecord

/// A protocol in words as a document, `vigil/protocol-show/1`; the protocol's own file is another.
package struct ProtocolJSON {
  private let shown: MonitoringProtocol

  package init(_ shown: MonitoringProtocol) { self.shown = shown }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/protocol-show/1"),
      "protocol": ProtocolJSON.summary(shown),
      "notice": .string(shown.notice),
      "baseline": .string(shown.baseline.rawValue),
      "drug": .object([
        "name": .string(shown.formulary.ownDrug),
        "route": .string(shown.formulary.ownRoute.word),
        "mostMilligramsPerKilogram": shown.formulary.mostMilligramsPerKilogram
          .map(JSONValue.thousandths) ?? .null,
        "mostStanding": .optional(shown.mostBasis?.standing.rawValue),
        "mostSources": .array((shown.mostBasis?.sources ?? []).map(JSONValue.string)),
      ]),
      "medicines": .array(shown.formulary.medicines.map(JSONValue.string)),
      "addedEffects": .array(shown.addedEffects.map { .string($0.text) }),
      "rules": .array(shown.rules.map(rule)),
      "schedule": PlannedJSON.schedule(shown.schedule),
      "leaving": .array(shown.leaving.map(PlannedJSON.criterion)),
      "sources": .array(
        shown.sources.sorted { $0.key < $1.key }.map { key, source in
          .object(["key": .string(key), "source": .string(source)])
        }
      ),
    ]).text
  }

  /// A protocol in a list.
  static func summary(_ shown: MonitoringProtocol) -> JSONValue {
    .object([
      "id": .string(shown.id.text),
      "version": .string(shown.version),
      "title": .string(shown.title),
      "settings": .array(shown.settings.map { .string($0.rawValue) }),
      "rules": .integer(shown.rules.count),
      "adopted": .bool(false),
    ])
  }

  private func rule(_ rule: Rule) -> JSONValue {
    let clearing = rule.clearing.basis ?? rule.basis
    return .object([
      "id": .string(rule.id.text),
      "condition": .string(rule.title),
      "priority": .string(rule.priority.word),
      "process": .bool(rule.isProcess),
      "asksForRepeat": .bool(rule.asksForRepeat),
      "clearing": .object([
        "count": .integer(rule.clearing.count), "margin": .thousandths(rule.clearing.margin),
        "standing": .string(clearing.standing.rawValue),
        "sources": .array(clearing.sources.map(JSONValue.string)),
      ]),
      "text": .string(rule.text),
      "standing": .string(rule.standing.rawValue),
      "sources": .array(rule.sources.map(JSONValue.string)),
    ])
  }
}
