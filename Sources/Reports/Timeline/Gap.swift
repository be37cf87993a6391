import Monitoring
import SessionRecord

/// A time of an open session in which nothing was measured.
struct Gap: Hashable {
  let from: Instant
  let to: Instant
  /// Whether it runs to the moment of looking.
  let goesOn: Bool

  /// Longer than this between two sets is shown.
  ///
  /// Proposed by this project: a protocol says no interval between two sets, and no publication claims
  /// this one.
  static let longest = TimeSpan.minutes(20)

  /// From the opening, or a set before it, to closing or the moment of looking; a set counts when
  /// something in it was measured.
  static func gaps(in file: SessionFile) -> [Gap] {
    let chart = file.assessment.chart
    let sets = chart.standingInObservedOrder.filter { entry in
      guard case .vitals(let vitals) = entry.content else { return false }
      return vitals.signs.contains { vitals.value($0) != nil }
    }.map(\.observed.instant)
    let opened = chart.entries.first?.observed.instant ?? file.session.opened.instant
    // What is typed from paper, or late, was measured before the session was opened.
    let start = min(opened, sets.first ?? opened)
    let closed = chart.closing?.observed.instant
    let end = closed ?? file.assessment.asOf
    let edges = [start] + sets.filter { $0 > start && $0 < end } + [end]
    var gaps: [Gap] = []
    for (from, to) in zip(edges, edges.dropFirst()) where to - from > longest {
      gaps.append(Gap(from: from, to: to, goesOn: closed == nil && to == end))
    }
    return gaps
  }
}
