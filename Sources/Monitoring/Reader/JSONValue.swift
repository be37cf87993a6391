/// A value of a JSON document, with its place in the text.
struct JSONValue {
  enum Kind {
    case object([JSONMember])
    case array([JSONValue])
    case string(String)
    /// As it was written; read exactly by `thousandths(of:)`, never as floating point.
    case number(String)
    case boolean(Bool)
    case null
  }

  let kind: Kind
  /// Byte offset of its first character.
  let offset: Int

  /// What it is, as an error says it.
  var found: String {
    switch kind {
    case .object: "an object"
    case .array: "a list"
    case .string(let text): "“\(shortened(text))”"
    case .number(let text): shortened(text)
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    }
  }
}

/// A key of an object and what stands at it.
struct JSONMember {
  let key: String
  let keyOffset: Int
  let value: JSONValue

  /// Words for whoever reads the file.
  var isComment: Bool { key.hasPrefix("//") }
}

/// A text no longer than an error can bear.
func shortened(_ text: String) -> String {
  text.count <= 40 ? text : text.prefix(39) + "…"
}
