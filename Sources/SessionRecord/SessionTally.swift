/// What a safety review counts of one session, as of the instant that its flags are of.
///
/// It holds counts and lengths of time, and nothing that says who the patient is.
package struct SessionTally: Hashable {
  /// In the protocol's order.
  package let groups: [Group]
  /// The standing flags, by number.
  package let flags: [CountedFlag]
  package let retractedClinical: Int
  package let retractedProcess: Int
  /// By onset, without the circumstances of a remote patient.
  package let effects: [CountedEffect]
  /// How it was decided that the patient leaves; nil without a standing decision.
  package let leaving: LeavingOutcome?
  /// Of the standing readings that a person typed.
  package let typed: DigitCounts
  /// Of those from a file or a device.
  package let imported: DigitCounts
  /// Start of the first dose of the protocol's own drug; nil where none was given.
  package let timeZero: Instant?
  /// What was given, by drug and route, in the order in which each first began.
  package let given: [GivenTotal]
  /// How far the pressure rose over the baseline; nil without a baseline or a reading after it.
  package let rise: PressureRise?
  /// The standing scores, in observed order.
  package let scores: [CountedScore]
  /// The standing reviews that call something serious, in the order of the log.
  package let serious: [SeriousReview]
  /// What waits for a countersignature, in the order of the log.
  package let openCountersignatures: [OpenCountersignature]

  package init(
    groups: [Group] = [],
    flags: [CountedFlag] = [],
    retractedClinical: Int = 0,
    retractedProcess: Int = 0,
    effects: [CountedEffect] = [],
    leaving: LeavingOutcome? = nil,
    typed: DigitCounts = DigitCounts(),
    imported: DigitCounts = DigitCounts(),
    timeZero: Instant? = nil,
    given: [GivenTotal] = [],
    rise: PressureRise? = nil,
    scores: [CountedScore] = [],
    serious: [SeriousReview] = [],
    openCountersignatures: [OpenCountersignature] = []
  ) {
    self.groups = groups
    self.flags = flags
    self.retractedClinical = retractedClinical
    self.retractedProcess = retractedProcess
    self.effects = effects
    self.leaving = leaving
    self.typed = typed
    self.imported = imported
    self.timeZero = timeZero
    self.given = given
    self.rise = rise
    self.scores = scores
    self.serious = serious
    self.openCountersignatures = openCountersignatures
  }

  /// How the slots of a group of the schedule were kept.
  package struct Group: Hashable {
    package let id: GroupID
    package let required: Int
    /// Of the required ones, kept in time or late.
    package let kept: Int
    /// Of the kept ones, those kept late.
    package let late: Int
    package let notObtained: Int
    package let deferred: Int
    package let overdue: Int
    package let missed: Int

    package init(
      id: GroupID,
      required: Int,
      kept: Int,
      late: Int,
      notObtained: Int,
      deferred: Int,
      overdue: Int,
      missed: Int
    ) {
      self.id = id
      self.required = required
      self.kept = kept
      self.late = late
      self.notObtained = notObtained
      self.deferred = deferred
      self.overdue = overdue
      self.missed = missed
    }
  }

  /// What is counted of a standing flag.
  package struct CountedFlag: Hashable {
    package let rule: RuleID
    package let priority: Priority
    package let isProcess: Bool
    /// From when the record first showed it to its first acknowledgement, which may have been observed
    /// before; nil where nobody acknowledged it.
    package let acknowledgedAfter: TimeSpan?
    /// Nil for what is not a value compared with a limit, and for what is about the record itself.
    package let beyond: Beyond?
    /// What the clinic made of it afterwards; nil while nobody reviewed it.
    package let review: ReviewVerdict?

    package init(
      rule: RuleID,
      priority: Priority,
      isProcess: Bool,
      acknowledgedAfter: TimeSpan?,
      beyond: Beyond?,
      review: ReviewVerdict? = nil
    ) {
      self.rule = rule
      self.priority = priority
      self.isProcess = isProcess
      self.acknowledgedAfter = acknowledgedAfter
      self.beyond = beyond
      self.review = review
    }
  }

  /// How long a value was beyond its limit: from the first reading that broke it to the first one that
  /// was back inside and stayed there.
  package enum Beyond: Hashable {
    case until(TimeSpan)
    case notSeenBackInside
  }

  /// What is counted of a side effect from its onset to its end.
  package struct CountedEffect: Hashable {
    package let name: EffectName
    /// Nil where it was never graded.
    package let worst: Severity?
    package let isDistressing: Bool
    /// What the clinic made of it afterwards; nil while nobody reviewed it.
    package let review: ReviewVerdict?

    package init(
      name: EffectName,
      worst: Severity?,
      isDistressing: Bool,
      review: ReviewVerdict? = nil
    ) {
      self.name = name
      self.worst = worst
      self.isDistressing = isDistressing
      self.review = review
    }
  }
}

/// On whose word a patient left, without the words of it.
package enum LeavingOutcome: Int, Hashable, CaseIterable {
  case criteriaMet = 1
  case unmetWithReasons = 2
  case againstAdvice = 3
  case noDose = 4
  case noCriteria = 5
}

extension LeavingDecision.Outcome {
  package var kind: LeavingOutcome {
    switch self {
    case .criteriaMet: .criteriaMet
    case .unmetWithReasons: .unmetWithReasons
    case .againstAdvice: .againstAdvice
    case .noDose: .noDose
    case .noCriteria: .noCriteria
    }
  }
}
