import Monitoring
import SessionRecord

/// A group of a protocol's schedule in words: what a set has, when it is due, and on whose word.
struct PlannedGroupText {
  private let group: ScheduleGroup

  init(_ group: ScheduleGroup) { self.group = group }

  /// What a complete set has, and how many are wanted before the first dose.
  var needs: String {
    let needs = group.needs.map(\.words).joined(separator: ", ")
    let sets =
      group.baselineSets == 0
      ? "no baseline" : "\(counted(group.baselineSets, "set")) before the first dose"
    return "\(needs); \(sets)"
  }

  /// When a slot that nobody closes is overdue, and missed.
  var late: String {
    let overdue = SpanText.duration(group.overdue)
    let missed = SpanText.duration(group.missed)
    return "overdue \(overdue) after its minute, missed after \(missed) or when the next begins"
  }
}
