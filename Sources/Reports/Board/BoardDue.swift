import Monitoring
import SessionRecord

/// What is wanted of a session, in the board's order: first what can still be taken.
struct BoardDue {
  /// Overdue or due now, the worst priority first, then what waits longest.
  let takeable: [DueItem]
  /// What comes next, all of one time; empty where nothing does.
  let next: [DueItem]
  /// `0 of 2`, `0 of 1`: sets that were wanted before the dose and are too late now, the worst first.
  let lostBaselines: [String]
  /// The readings of both, in that order.
  let readings: [DueReading]
  /// The rules whose flags say the same again.
  let overdueRules: Set<RuleID>

  /// *isAfterDose* tells whether a baseline can no longer be taken.
  init(_ readings: [DueReading], isAfterDose: Bool, now: Instant) {
    let sorted = readings.enumerated().sorted { one, other in
      BoardDue.rank(one.element, one.offset) < BoardDue.rank(other.element, other.offset)
    }.map(\.element)
    overdueRules = Set(sorted.filter(\.isOverdue).map(\.group.id.overdueRule))
    var lost: [String] = []
    var kept: [DueReading] = []
    for reading in sorted {
      guard isAfterDose, case .baseline(let taken, let wanted) = reading.kind else {
        kept.append(reading)
        continue
      }
      let sets = "\(taken) of \(wanted)".unbroken
      if !lost.contains(sets) { lost.append(sets) }
    }
    lostBaselines = lost
    self.readings = kept
    let items = DueItem.items(kept)
    takeable = items.filter { $0.overdueSince != nil || $0.due <= now }
    let coming = items.filter { $0.overdueSince == nil && $0.due > now }
    let first = coming.map(\.due).min()
    next = coming.filter { $0.due == first }
  }

  private static func rank(_ reading: DueReading, _ place: Int) -> (Int, Int, Int) {
    (-reading.group.priority.rawValue, reading.due.milliseconds, place)
  }

  /// What is overdue and can still be taken, worst first.
  var overdue: [DueItem] { takeable.filter { $0.overdueSince != nil } }

  var isOverdue: Bool { !overdue.isEmpty || !lostBaselines.isEmpty }

  /// The worst of them, `baseline 0 of 2`; nil where none is lost.
  var lostBaseline: String? { lostBaselines.first.map { "baseline\u{A0}\($0)" } }
}
