package import SessionRecord

/// A group of the schedule as a session stands, as of an instant.
package struct ScheduledGroup: Hashable {
  package let group: ScheduleGroup
  /// Nil for a group without baseline sets.
  package let baseline: BaselineSets?
  /// The slots that there are; none without a time zero.
  package let slots: [Slot]

  package init(group: ScheduleGroup, baseline: BaselineSets?, slots: [Slot]) {
    self.group = group
    self.baseline = baseline
    self.slots = slots
  }
}

/// The complete sets from opening to time zero.
package struct BaselineSets: Hashable {
  package let wanted: Int
  /// How many there are.
  package let taken: Int
  /// By when there is at least one, before the group is overdue.
  package let deadline: Instant
  package let isOverdue: Bool

  package init(wanted: Int, taken: Int, deadline: Instant, isOverdue: Bool) {
    self.wanted = wanted
    self.taken = taken
    self.deadline = deadline
    self.isOverdue = isOverdue
  }
}

/// A slot of a group, at its place in time, as of an instant.
package struct Slot: Hashable {
  package let planned: PlannedSlot
  /// Time zero and its offset.
  package let due: Instant
  /// Where its span begins.
  package let opens: Instant
  /// Where the next slot's span begins; nil for the last.
  package let ends: Instant?
  package let state: SlotState

  package init(
    planned: PlannedSlot,
    due: Instant,
    opens: Instant,
    ends: Instant?,
    state: SlotState
  ) {
    self.planned = planned
    self.due = due
    self.opens = opens
    self.ends = ends
    self.state = state
  }

  package var minutes: Int { planned.minutes }
}

/// Where a slot stands.
package enum SlotState: Hashable {
  /// Every needed value within tolerance; *at* is when the last of them was observed.
  case kept(at: Instant, by: [EntryNumber])
  /// Completed later in the span.
  case keptLate(at: Instant, by: [EntryNumber])
  /// Every needed sign usable or declared not obtained, at least one of them declared.
  case notObtained(at: Instant, by: [EntryNumber])
  case deferred(at: Instant, by: EntryNumber)
  /// Before its span.
  case upcoming
  case due
  /// From its offset and *overdue*.
  case overdue
  /// From its offset and *missed*, or the end of its span.
  case missed

  /// Kept, kept late, not obtained or deferred.
  package var isClosed: Bool {
    switch self {
    case .kept, .keptLate, .notObtained, .deferred: true
    case .upcoming, .due, .overdue, .missed: false
    }
  }

  package var word: String {
    switch self {
    case .kept: "kept"
    case .keptLate: "kept late"
    case .notObtained: "not obtained"
    case .deferred: "deferred"
    case .upcoming: "upcoming"
    case .due: "due"
    case .overdue: "overdue"
    case .missed: "missed"
    }
  }
}
