package import Monitoring
package import SessionRecord

/// A protocol in words as a document, `vigil/protocol-show/1`; the protocol's own file is another.
package struct ProtocolJSON {
  private let shown: MonitoringProtocol
  private let adoption: Adoption?

  /// *adoption* is the clinic's adoption of this very text.
  package init(_ shown: MonitoringProtocol, adoption: Adoption? = nil) {
    self.shown = shown
    self.adoption = adoption
  }

  package var text: String {
    let course = ProtocolCourseJSON(shown: shown)
    return JSONValue.object([
      "schema": .string("vigil/protocol-show/1"),
      "protocol": ProtocolJSON.summary(shown, adoption: adoption),
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
      "rules": .array(shown.rules.map { RuleJSON(rule: $0).value }),
      "scales": .array(shown.scales.map(ScaleJSON.scale)),
      "news2": ScaleJSON.news2(shown.news2),
      "schedule": PlannedJSON.schedule(shown.schedule),
      "leaving": .array(shown.leaving.map(PlannedJSON.criterion)),
      "screening": course.gates,
      "course": course.course,
      "afterCare": course.afterCare,
      "sources": .array(
        shown.sources.sorted { $0.key < $1.key }.map { key, source in
          .object(["key": .string(key), "source": .string(source)])
        }
      ),
    ]).text
  }

  /// A protocol in a list.
  static func summary(_ shown: MonitoringProtocol, adoption: Adoption?) -> JSONValue {
    .object([
      "id": .string(shown.id.text),
      "version": .string(shown.version),
      "title": .string(shown.title),
      "settings": .array(shown.settings.map { .string($0.rawValue) }),
      "rules": .integer(shown.rules.count),
      "adopted": .bool(adoption != nil),
      "adoption": AdoptionText.value(adoption),
    ])
  }
}
