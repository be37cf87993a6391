package import SessionRecord

/// The keys as a document, `vigil/keys/1`.
package struct KeyListJSON {
  private let keys: [KeyStanding]

  package init(_ keys: [KeyStanding]) { self.keys = keys }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/keys/1"),
      "keys": .array(keys.map(KeyListJSON.value)),
    ]).text
  }

  private static func value(_ standing: KeyStanding) -> JSONValue {
    .object([
      "publicKey": .string(standing.key.hexadecimal),
      "fingerprint": .string(standing.key.fingerprint),
      "owner": .optional(standing.owner?.text),
      "since": .string(standing.since.rfc3339),
      "enteredAs": AccessorWords(standing.enteredAs).json,
      "end": end(standing.end),
      "here": .bool(standing.isHere),
      "sealsHere": .bool(standing.sealsHere),
    ])
  }

  private static func end(_ end: KeyStanding.End?) -> JSONValue {
    switch end {
    case nil: .null
    case .followed(let next, let at):
      .object([
        "kind": .string("followed"), "by": .string(next.hexadecimal), "at": .string(at.rfc3339),
      ])
    case .lost(let reason, let by, let at):
      .object([
        "kind": .string("lost"), "reason": .optional(reason), "enteredAs": AccessorWords(by).json,
        "at": .string(at.rfc3339),
      ])
    }
  }
}
