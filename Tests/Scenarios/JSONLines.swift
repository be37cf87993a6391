/// A document of ours with every small object and list on a line of its own, as a reviewer reads it.
struct JSONLines {
  private var rest: ArraySlice<Substring>
  private static let longest = 300

  private init(_ text: String) {
    rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
  }

  /// *text* is as `JSONValue` lays it out: one value a line.
  static func text(_ text: String) -> String {
    var lines = JSONLines(text)
    return lines.block(indent: "").joined(separator: "\n")
  }

  /// The lines of the value that comes next.
  private mutating func block(indent: String) -> [String] {
    guard let first = rest.popFirst()?.drop(while: { $0 == " " }) else { return [] }
    guard first.last == "{" || first.last == "[" else { return [indent + first] }
    var inner: [String] = []
    while let next = rest.first?.drop(while: { $0 == " " }), !JSONLines.isEnd(next) {
      inner += block(indent: indent + " ")
    }
    let end = rest.popFirst()?.drop { $0 == " " } ?? ""
    let whole = indent + first + inner.map { $0.drop { $0 == " " } }.joined(separator: " ") + end
    return whole.utf8.count <= JSONLines.longest
      ? [whole] : [indent + first] + inner + [indent + end]
  }

  private static func isEnd(_ line: Substring) -> Bool {
    ["}", "]", "},", "],"].contains(String(line))
  }
}
