/// Which commits the entries that were read belong to: the numbers have no gaps.
struct CommitNumbers {
  private var isThere: [Bool]
  /// Beyond the number of entries, where there can be no whole sequence.
  private var beyond: Set<Int> = []
  private(set) var newest = 0

  init(upTo newest: Int, entries: Int) {
    isThere = Array(repeating: false, count: max(0, min(newest, entries)) + 1)
  }

  mutating func take(_ commits: [Int]) {
    for commit in commits where commit >= 1 {
      newest = max(newest, commit)
      if isThere.indices.contains(commit) {
        isThere[commit] = true
      } else {
        beyond.insert(commit)
      }
    }
  }

  /// The first that is missing below the newest, and how many are; nil where none is.
  var missing: (first: Int, count: Int)? {
    guard newest > 0 else { return nil }
    let last = min(newest, isThere.count - 1)
    let below = last < 1 ? 0 : isThere[1...last].count { $0 }
    let count = newest - below - beyond.count
    guard count > 0 else { return nil }
    guard last >= 1 else { return (1, count) }
    return ((1...last).first { !isThere[$0] } ?? last + 1, count)
  }
}
