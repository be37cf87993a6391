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
  /// Proposed by this project; no publication claims it.
  static let longest = TimeSpan.minutes(20)

  /// Whether so long without a reading is a gap, by whole minutes.
  static func isGap(_ span: TimeSpan) -> Bool { span.wholeMinutes > longest.wholeMinutes }

  /// Those of which no line of the schedule tells.
  ///
  /// After time zero none in which a slot says that it was missed or is overdue, not obtained or put
  /// off; what is before time zero has no slots, and is told whatever comes after it.
  static func gaps(in file: SessionFile) -> [Gap] {
    let slots = missing(in: file.assessment)
    return all(in: file).filter { gap in
      let untilZero = file.assessment.timeZero.map { min($0, gap.to) } ?? gap.to
      return isGap(untilZero - gap.from)
        || !slots.contains { gap.from < $0 && $0 < gap.to }
    }
  }

  /// Every one, by the sets alone, as a drawing has to show it that has no lines of the schedule.
  ///
  /// From the opening, or a set before it, to closing or the moment of looking; a set counts when
  /// something in it was measured.
  static func all(in file: SessionFile) -> [Gap] {
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
    return zip(edges, edges.dropFirst()).filter { isGap($1 - $0) }.map { from, to in
      Gap(from: from, to: to, goesOn: closed == nil && to == end && sets.last != end)
    }
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
