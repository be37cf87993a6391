import SessionRecord

/// What a document says of the record that it was made of.
struct MarkJSON {
  private let mark: PrintMark?

  init(_ mark: PrintMark?) { self.mark = mark }

  /// The hash, of 64 digits.
  var record: JSONValue { .optional(mark?.digest.description) }

  /// The command that checks it.
  var verify: JSONValue { .optional(mark?.command) }

  /// Null where nobody looked.
  var seals: JSONValue { mark.map { .array($0.seals.compactMap(seal)) } ?? .null }

  /// Nil for what is about keys.
  private func seal(_ seal: Seal) -> JSONValue? {
    guard case .head(_, let upTo, let head, _) = seal.act else { return nil }
    return .object([
      "number": .integer(seal.number),
      "upTo": .integer(upTo.value),
      "head": .string(head.description),
      "owner": .optional(seal.owner?.text),
      "key": .string(DigestGroups(seal.key.bytes).text.filter { $0 != " " }),
      "enteredAs": .string(seal.enteredAs.text),
      "account": .bool(seal.enteredAs.isAccount),
      "remark": .optional(seal.remark),
      "at": .string(seal.at.rfc3339),
      "hash": .string(seal.hash.description),
    ])
  }
}
