package import SessionRecord

/// What a protocol asks to be measured, and when: each group on its own slots.
package struct Schedule: Hashable {
  /// In the file's order, which is their place where all else is equal.
  package let groups: [ScheduleGroup]
  /// By the minute at which each begins; before time zero there is none.
  package let phases: [Phase]
  /// On what tolerance, overdue, missed and the phases stand, as the groups share them.
  ///
  /// Nil without a schedule.
  package let basis: Basis?
  /// What is measured where it is indicated, and has no slots.
  package let ifIndicated: [Need]

  package init(
    groups: [ScheduleGroup],
    phases: [Phase] = [],
    ifIndicated: [Need] = [],
    basis: Basis? = nil
  ) {
    self.groups = groups
    self.phases = phases
    self.ifIndicated = ifIndicated
    self.basis = basis
  }

  /// Without a schedule: nothing is due.
  package static let none = Schedule(groups: [])

  /// A named part of a session, from a minute after time zero to where the next one begins.
  package struct Phase: Hashable {
    package let name: String
    package let fromMinute: Int

    package init(name: String, fromMinute: Int) {
      self.name = name
      self.fromMinute = fromMinute
    }
  }
}

/// Readings that are taken together, with the slots at which they are due.
package struct ScheduleGroup: Hashable {
  package let id: GroupID
  /// As a sentence names it: `blood pressure and heart rate`.
  package let title: String
  /// What a complete set has; never empty.
  package let needs: [Need]
  /// Of its overdue flags.
  package let priority: Priority
  /// How long after its offset a slot that is not closed is overdue.
  package let overdue: TimeSpan
  /// How long after its offset it is missed, where the next span does not begin first.
  package let missed: TimeSpan
  /// By offset; the spans of two never begin at one instant.
  package let slots: [PlannedSlot]
  /// Complete sets that are wanted from opening to time zero; 0 for a group that has no baseline.
  package let baselineSets: Int
  /// On what priority and the baseline sets stand.
  package let basis: Basis

  package init(
    id: GroupID,
    title: String,
    needs: [Need],
    priority: Priority,
    overdue: TimeSpan,
    missed: TimeSpan,
    slots: [PlannedSlot],
    baselineSets: Int,
    basis: Basis
  ) {
    self.id = id
    self.title = title
    self.needs = needs
    self.priority = priority
    self.overdue = overdue
    self.missed = missed
    self.slots = slots
    self.baselineSets = baselineSets
    self.basis = basis
  }

  /// Without a baseline set by this long after opening, the group is overdue.
  ///
  /// Proposed by this project; no publication claims it.
  package static let baselineWithin = TimeSpan.minutes(15)
}

/// One thing that a complete set has.
package enum Need: Hashable {
  case sign(VitalSign)
  /// Looked for: present with or without a grade, gone or absent.
  case effect(EffectName)
  /// A score on the scale of this name.
  case scale(String)
}

/// A slot as the protocol has it.
package struct PlannedSlot: Hashable {
  /// Minutes from time zero.
  package let minutes: Int
  /// A value this long before or after the offset is in time.
  package let tolerance: TimeSpan
  package let mark: SlotMark
  package let basis: Basis

  package init(minutes: Int, tolerance: TimeSpan, mark: SlotMark, basis: Basis) {
    self.minutes = minutes
    self.tolerance = tolerance
    self.mark = mark
    self.basis = basis
  }

  /// From time zero to where its span begins.
  package var opens: TimeSpan { .minutes(minutes) - tolerance }
}

/// How much a slot is wanted.
package enum SlotMark: String, Hashable, CaseIterable {
  case required
  /// Required, and never put off: the reading where the effect is expected at its most.
  case peak
  /// Required while a high flag about the patient is open where its span begins; not there otherwise.
  case whileHigh = "while-high"
}
