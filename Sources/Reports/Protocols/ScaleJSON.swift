import Monitoring
import SessionRecord

/// The scales of a protocol, and its terms of NEWS2, as members of a document.
enum ScaleJSON {
  static func scale(_ listed: ProtocolScale) -> JSONValue {
    let scale = listed.scale
    return .object([
      "name": .string(scale.name),
      "title": .string(scale.title),
      "least": .integer(scale.range.lowerBound),
      "most": .integer(scale.range.upperBound),
      "worse": .string(scale.worse.rawValue),
      "scoring": .string(scale.scoring.rawValue),
      "items": scale.items.map { items in
        .object([
          "count": .integer(items.count), "least": .integer(items.points.lowerBound),
          "most": .integer(items.points.upperBound),
        ])
      } ?? .null,
      "levels": .array(
        scale.levels.map { level in
          .object(["from": .integer(level.from), "name": .string(level.name)])
        }
      ),
      "sign": .optional(scale.sign?.key),
      "standing": .string(listed.basis.standing.rawValue),
      "sources": .array(listed.basis.sources.map(JSONValue.string)),
    ])
  }

  static func news2(_ terms: NEWS2Terms?) -> JSONValue {
    guard let terms else { return .null }
    return .object([
      "withinMinutes": .integer(terms.within.wholeMinutes),
      "standing": .string(terms.basis.standing.rawValue),
      "sources": .array(terms.basis.sources.map(JSONValue.string)),
    ])
  }
}
