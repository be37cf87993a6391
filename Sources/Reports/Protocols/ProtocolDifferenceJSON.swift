package import Monitoring
import SessionRecord

/// What differs between two protocols as a document, `vigil/protocol-diff/1`.
package struct ProtocolDifferenceJSON {
  private let difference: ProtocolDifference

  package init(_ difference: ProtocolDifference) { self.difference = difference }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/protocol-diff/1"),
      "from": name(difference.from),
      "to": name(difference.to),
      "same": .bool(difference.isSame),
      "differences": .array(difference.items.map(item)),
      "wording": .array(difference.wording.map(item)),
    ]).text
  }

  private func name(_ name: ProtocolDifference.Name) -> JSONValue {
    .object([
      "id": .string(name.id.text), "version": .string(name.version),
      "title": .string(name.title),
    ])
  }

  private func item(_ item: ProtocolDifference.Item) -> JSONValue {
    let kind: String
    var what: String?
    var fields: [ProtocolDifference.FieldChange] = []
    switch item.change {
    case .added(let words):
      kind = "added"
      what = words
    case .removed(let words):
      kind = "removed"
      what = words
    case .changed(let changes):
      kind = "changed"
      fields = changes
    }
    return .object([
      "part": .string(item.part.rawValue),
      "id": .optional(item.id.isEmpty ? nil : item.id),
      "change": .string(kind),
      "what": .optional(what),
      "fields": .array(fields.map(field)),
      "text": .string(DifferenceWords.text(item).spaced),
    ])
  }

  /// Lists say what is gone and what is new as well.
  private func field(_ change: ProtocolDifference.FieldChange) -> JSONValue {
    let members = DifferenceWords.members(change)
    return .object([
      "name": .string(change.name),
      "was": value(change.was),
      "now": value(change.now),
      "removed": .array((members?.removed ?? []).map(JSONValue.string)),
      "added": .array((members?.added ?? []).map(JSONValue.string)),
    ])
  }

  private func value(_ value: ProtocolValue?) -> JSONValue {
    value.map { .string(DifferenceWords.value($0).spaced) } ?? .null
  }
}
