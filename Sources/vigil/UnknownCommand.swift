import ArgumentParser
import SessionRecord

/// A first word that is no command: nothing is guessed, nothing is stored.
struct UnknownCommand: Refusal {
  private let word: String
  private let near: String?

  /// Nil when the word is a command or an option.
  init?(_ word: String) {
    guard !word.hasPrefix("-") else { return nil }
    let names =
      Vigil.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !names.contains(word) else { return nil }
    self.word = word
    near = nearest(to: word, among: names)
  }

  var kind: RefusalKind { .usage }
  var problem: String { "There is no command “\(word)”. Nothing was stored." }
  var remedy: String? {
    if let near { return "Did you mean vigil \(near)?" }
    if let first = word.first, first.isNumber || first == "@" {
      return "To record it: vigil add \(word) …"
    }
    return "vigil --help lists the commands."
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
