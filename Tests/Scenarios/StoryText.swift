extension String {
  /// Without spaces at either end.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Without what follows `# `, and without spaces at either end; `#9` is an entry.
  var withoutComment: String {
    let line = self + " "
    return String(line[..<(line.firstRange(of: "# ")?.lowerBound ?? line.endIndex)]).trimmed
  }

  /// What follows these words, or nil where it does not begin with them.
  func after(_ words: String) -> String? {
    hasPrefix(words) ? String(dropFirst(words.count)).trimmed : nil
  }

  /// What comes before these words at its end, or nil where it does not end with them.
  func before(_ words: String) -> String? {
    hasSuffix(words) ? String(dropLast(words.count)).trimmed : nil
  }

  /// The parts between these words, without spaces around them.
  func components(by words: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: words) {
      parts.append(String(rest[..<found.lowerBound]).trimmed)
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest).trimmed]
  }
}
