/// The candidate that a misspelt word is closest to; nil where none is near enough to suggest.
///
/// One slip in words of up to five letters, two in longer ones; short words have no neighbours.
package func nearest(to word: String, among candidates: [String]) -> String? {
  let typed = Array(word.lowercased().utf8)
  guard typed.count > 2, typed.count <= 40 else { return nil }
  let most = typed.count <= 5 ? 1 : 2
  var best: (word: String, slips: Int)?
  for candidate in candidates {
    let other = Array(candidate.utf8)
    guard abs(other.count - typed.count) <= most else { continue }
    let slips = slips(typed, other)
    if slips <= most, best.map({ (slips, candidate) < ($0.slips, $0.word) }) ?? true {
      best = (candidate, slips)
    }
  }
  return best?.word
}

/// How many letters to add, drop, change or swap with a neighbour: the restricted edit distance.
private func slips(_ typed: [UInt8], _ other: [UInt8]) -> Int {
  var before = [Int](repeating: 0, count: other.count + 1)
  var last = Array(0...other.count)
  for row in 1...typed.count {
    var current = [Int](repeating: row, count: other.count + 1)
    for column in 1..<other.count + 1 {
      let change = typed[row - 1] == other[column - 1] ? 0 : 1
      var least = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
      if row > 1, column > 1, typed[row - 1] == other[column - 2],
        typed[row - 2] == other[column - 1]
      {
        least = min(least, before[column - 2] + 1)
      }
      current[column] = least
    }
    before = last
    last = current
  }
  return last[other.count]
}
