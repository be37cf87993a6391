import ArgumentParser
import SessionRecord

/// A word that is no command, or none of a group of commands: nothing is guessed, nothing is stored.
struct UnknownCommand: Refusal {
  /// `vigil`, or the group: `vigil protocol`.
  private let group: String
  private let word: String
  private let near: String?

  /// Nil when the word is a command or an option.
  init?(_ word: String) {
    guard !word.hasPrefix("-") else { return nil }
    let names =
      Vigil.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !names.contains(word) else { return nil }
    group = "vigil"
    self.word = word
    near = nearest(to: word, among: names)
  }

  /// Nil when the words name a command, or a group with an option, with what its usual command takes, or
  /// alone.
  init?(of arguments: [String]) {
    guard let first = arguments.first, let word = arguments.dropFirst().first,
      !word.hasPrefix("-"),
      let group = Vigil.configuration.subcommands.first(where: {
        $0.configuration.commandName == first
      })
    else { return nil }
    let names = group.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.isEmpty, !names.contains(word) else { return nil }
    near = nearest(to: word, among: names)
    // One word is for the command that is meant without its name; of two, the first is a name.
    if group.configuration.defaultSubcommand != nil {
      guard near != nil, arguments.dropFirst(2).first?.hasPrefix("-") == false else { return nil }
    }
    self.group = "vigil \(first)"
    self.word = word
  }

  var kind: RefusalKind { .usage }
  var problem: String {
    let typed = "\(group) \(word)".dropFirst("vigil ".count)
    return "There is no command “\(typed)”. Nothing was stored."
  }
  var remedy: String? {
    if let near { return "Did you mean \(group) \(near)?" }
    if group == "vigil", let first = word.first, first.isNumber || first == "@" {
      return "To record it: vigil add \(word) …"
    }
    return "\(group) --help lists the commands."
  }
}

/// The nearest of some names: at most two edits away, or beginning with the word.
func nearest(to word: String, among names: [String]) -> String? {
  let scored = names.map { ($0, edits(Array(word.lowercased()), Array($0.lowercased()))) }
  if let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= 2 { return best.0 }
  return word.count >= 2 ? names.first { $0.hasPrefix(word.lowercased()) } : nil
}

private func edits(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
      diagonal = above
    }
  }
  return row[right.count]
}
