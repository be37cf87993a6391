import Monitoring
import SessionRecord

/// A time of an open session in which nothing was measured, and of which no line of the schedule tells.
struct Gap: Hashable {
  let from: Instant
  let to: Instant
  /// Whether it runs to the moment of looking.
  let goesOn: Bool

  /// Longer than this between two sets is shown.
  ///
  /// Proposed by this project; no publication claims it.
  static let longest = TimeSpan.minutes(20)

  /// From the opening, or a set before it, to closing or the moment of looking; a set counts when
  /// something in it was measured.
  ///
  /// After time zero none in which a slot says that it was missed or is overdue, not obtained or put
  /// off; what is before time zero has no slots, and is told whatever comes after it.
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
    let slots = missing(in: file.assessment)
    for (from, to) in zip(edges, edges.dropFirst())
    where (to - from).wholeMinutes > longest.wholeMinutes {
      let untilZero = file.assessment.timeZero.map { min($0, to) } ?? to
      guard
        (untilZero - from).wholeMinutes > longest.wholeMinutes
          || !slots.contains(where: { from < $0 && $0 < to })
      else {
        continue
      }
      gaps.append(Gap(from: from, to: to, goesOn: closed == nil && to == end && sets.last != end))
    }
    return gaps
  }

  /// When the slots were due of which a line of the schedule says that a reading is missing.
  private static func missing(in assessment: Assessment) -> [Instant] {
    assessment.schedule.flatMap(\.slots).filter { slot in
      switch slot.state {
      case .missed, .overdue, .notObtained, .deferred: true
      case .kept, .keptLate, .upcoming, .due: false
      }
    }.map(\.due)
  }

  /// `35 min without a reading, 14:05 to 14:40`, or `35 min without a reading since 14:05`.
  func text(_ clock: SessionClock, near instant: Instant) -> String {
    let length = SpanText.duration(to - from)
    let begin = clock.clock(from, near: instant)
    if goesOn { return "\(length) without a reading since \(begin)" }
    return "\(length) without a reading, \(begin) to \(clock.clock(to, near: from))"
  }
}
