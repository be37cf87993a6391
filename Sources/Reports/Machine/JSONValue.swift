import SessionRecord

/// A JSON document of ours: keys sorted, numbers as the exact decimals that they are, the same bytes
/// for the same facts.
enum JSONValue {
  case null
  case bool(Bool)
  /// A number as it is written; never through binary floating point.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  static func integer(_ number: Int) -> JSONValue { .number(String(number)) }
  /// Thousandths as a decimal number: 36600 is 36.6.
  static func thousandths(_ thousandths: Int) -> JSONValue { .number(decimal(thousandths)) }
  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }

  /// Over several lines, two spaces a level, without a line break at the end.
  var text: String {
    var text = ""
    write(to: &text, indent: "\n")
    return text
  }

  /// On one line.
  var line: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  private func write(to text: inout String, indent: String?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): JSONValue.quote(string, to: &text)
    case .array(let values):
      JSONValue.write("[", "]", count: values.count, to: &text, indent: indent) { text, inner in
        for (place, value) in values.enumerated() {
          text += place == 0 ? inner ?? "" : "," + (inner ?? "")
          value.write(to: &text, indent: inner)
        }
      }
    case .object(let members):
      JSONValue.write("{", "}", count: members.count, to: &text, indent: indent) { text, inner in
        let sorted = members.sorted { $0.key < $1.key }
        for (place, member) in sorted.enumerated() {
          text += place == 0 ? inner ?? "" : "," + (inner ?? "")
          JSONValue.quote(member.key, to: &text)
          text += inner == nil ? ":" : ": "
          member.value.write(to: &text, indent: inner)
        }
      }
    }
  }

  private static func write(
    _ open: String,
    _ close: String,
    count: Int,
    to text: inout String,
    indent: String?,
    _ body: (inout String, String?) -> Void
  ) {
    text += open
    if count > 0 {
      body(&text, indent.map { $0 + "  " })
      text += indent ?? ""
    }
    text += close
  }

  /// Escapes what JSON asks for, and whatever would act on a terminal, so that both the document and
  /// the screen it is printed on are safe; read again, the text is exactly what was stored.
  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    if string.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      text += string
    } else {
      for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        default:
          if ShownText.isPlain(scalar) {
            text.unicodeScalars.append(scalar)
          } else {
            for unit in String(scalar).utf16 {
              let digits = String(unit, radix: 16)
              text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
          }
        }
      }
    }
    text += "\""
  }
}
