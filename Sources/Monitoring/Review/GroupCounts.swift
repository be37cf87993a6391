package import SessionRecord

/// How the slots of a group of the schedule were kept, over many sessions.
package struct GroupCounts: Hashable {
  package let id: GroupID
  /// Sessions in which a reading of the group was required.
  package private(set) var sessions = 0
  package private(set) var required = 0
  /// Of the required ones, kept in time or late.
  package private(set) var kept = 0
  /// Of the kept ones, those kept late.
  package private(set) var late = 0
  package private(set) var notObtained = 0
  package private(set) var deferred = 0
  /// In open sessions: still to be taken, and overdue.
  package private(set) var overdue = 0
  package private(set) var missed = 0

  package init(_ id: GroupID) { self.id = id }

  package mutating func add(_ group: SessionTally.Group) {
    if group.required > 0 { sessions += 1 }
    required += group.required
    kept += group.kept
    late += group.late
    notObtained += group.notObtained
    deferred += group.deferred
    overdue += group.overdue
    missed += group.missed
  }
}
