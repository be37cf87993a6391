/// A table as RFC 4180 has it: CRLF after every line, the header first, quotes where they are needed.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-` or `@`, with or without
/// spaces before it) gets an apostrophe before it; numbers are written as numbers. What would act on a terminal is written out.
struct CSVTable {
  enum Field {
    case text(String?)
    /// Already a number, a time or a word of ours.
    case plain(String?)
    case integer(Int?)
    case flag(Bool)
  }

  private(set) var text: String

  init(_ header: [String]) {
    text = header.joined(separator: ",") + "\r\n"
  }

  mutating func add(_ row: [Field]) {
    text += row.map(CSVTable.written).joined(separator: ",") + "\r\n"
  }

  private static func written(_ field: Field) -> String {
    switch field {
    case .plain(let value): value ?? ""
    case .integer(let value): value.map(String.init) ?? ""
    case .flag(let value): value ? "yes" : "no"
    case .text(let value): value.map { quoted(guarded(ShownText($0).text)) } ?? ""
    }
  }

  private static func guarded(_ text: String) -> String {
    // Some programs cut the spaces before a cell off, and then look.
    let first = text.unicodeScalars.first { $0.properties.generalCategory != .spaceSeparator }
    guard let first, "=+-@＝＋－＠".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) || text.hasPrefix(" ")
    else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
