package import SessionRecord

/// What was made of flags or side effects at review, and how many nobody has reviewed.
package struct ReviewCounts: Hashable {
  package private(set) var unreviewed = 0
  private var byVerdict = ReviewVerdict.allCases.map { _ in 0 }

  package init() {}

  package func count(_ verdict: ReviewVerdict) -> Int {
    byVerdict[verdict.rawValue - ReviewVerdict.expected.rawValue]
  }

  package var reviewed: Int { byVerdict.reduce(0, +) }
  package var total: Int { reviewed + unreviewed }

  mutating func add(_ verdict: ReviewVerdict?) {
    if let verdict {
      byVerdict[verdict.rawValue - ReviewVerdict.expected.rawValue] += 1
    } else {
      unreviewed += 1
    }
  }

  /// With those of another kind.
  package mutating func add(_ others: ReviewCounts) {
    unreviewed += others.unreviewed
    for place in byVerdict.indices { byVerdict[place] += others.byVerdict[place] }
  }
}
