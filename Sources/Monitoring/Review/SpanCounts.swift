package import SessionRecord

/// Lengths of time, each counted by the whole second below it: many of them take little memory.
package struct SpanCounts: Hashable {
  private var bySecond: [Int: Int] = [:]
  package private(set) var count = 0
  private var milliseconds = 0

  package init() {}

  /// The exact sum.
  package var sum: TimeSpan { TimeSpan(milliseconds: milliseconds) }

  /// One that is negative (acknowledged before the record showed the flag) counts as no time at all.
  package mutating func add(_ span: TimeSpan) {
    let length = max(0, span.milliseconds)
    bySecond[length / 1_000, default: 0] += 1
    count += 1
    milliseconds += length
  }

  /// The middle one, or the mean of the two in the middle; nil without any.
  package var median: TimeSpan? { spread?.median }
  /// The least that nine of ten do not exceed (nearest rank); nil without any.
  package var ninetieth: TimeSpan? { spread?.ninetieth }
  package var longest: TimeSpan? { bySecond.keys.max().map(TimeSpan.seconds) }

  private var spread: (median: TimeSpan, ninetieth: TimeSpan)? {
    guard count > 0 else { return nil }
    let sorted = bySecond.sorted { $0.key < $1.key }
    func second(ranked rank: Int) -> Int {
      var passed = 0
      for (second, times) in sorted {
        passed += times
        if passed >= rank { return second }
      }
      return 0
    }
    let middle = second(ranked: (count + 1) / 2) + second(ranked: count / 2 + 1)
    return (
      TimeSpan(milliseconds: middle * 500), .seconds(second(ranked: (count * 9 + 9) / 10))
    )
  }
}

extension SpanCounts {
  package mutating func add(_ other: SpanCounts) {
    for (second, times) in other.bySecond { bySecond[second, default: 0] += times }
    count += other.count
    milliseconds += other.milliseconds
  }

  /// How many are at least one length, and shorter than another; nil is without end.
  package func count(from least: TimeSpan, before end: TimeSpan?) -> Int {
    bySecond.reduce(0) { sum, second in
      let length = TimeSpan.seconds(second.key)
      return length >= least && end.map({ length < $0 }) ?? true ? sum + second.value : sum
    }
  }
}
