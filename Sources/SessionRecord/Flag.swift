/// What a flag is: its rule, and what first broke it.
package struct FlagIdentity: Hashable {
  package let rule: RuleID
  package let cause: FlagCause

  package init(rule: RuleID, cause: FlagCause) {
    self.rule = rule
    self.cause = cause
  }

  package init(rule: RuleID, entry: EntryNumber) { self.init(rule: rule, cause: .entry(entry)) }

  /// The entry that first broke the rule; nil where time alone did.
  package var entry: EntryNumber? { if case .entry(let entry) = cause { entry } else { nil } }
}

/// What raised a flag.
package enum FlagCause: Hashable {
  case entry(EntryNumber)
  /// A group's slot, by its minutes from time zero, that was not closed in time.
  case slot(minutes: Int)
  /// No baseline set of a group in time.
  case baseline
  /// Nothing was entered for twelve hours, and the session was not closed.
  case silence
}

package enum Priority: Int, Hashable, CaseIterable, Comparable {
  case info = 1
  case low = 2
  case medium = 3
  case high = 4

  package static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }

  package var word: String {
    switch self {
    case .info: "info"
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    }
  }

  package init?(word: String) {
    guard let priority = Priority.allCases.first(where: { $0.word == word }) else { return nil }
    self = priority
  }

  /// One step up, never above high.
  package var raised: Priority { Priority(rawValue: rawValue + 1) ?? .high }
}

/// How a value is compared with a limit; the words name the side that breaks it.
package enum Comparison: String, Hashable, CaseIterable {
  case atOrOver = "at-or-over"
  case over
  case atOrUnder = "at-or-under"
  case under

  /// Whether larger values are worse.
  package var isUpper: Bool {
    switch self {
    case .atOrOver, .over: true
    case .atOrUnder, .under: false
    }
  }
}

/// Where a flag stands in its life.
package enum FlagState: Hashable {
  case unconfirmed
  /// *repeated* false: no repeat came within ten minutes, and it stays so marked.
  case confirmed(at: Instant, repeated: Bool)
  case clearedOnRepeat(at: Instant)
  /// Confirmed once, and cleared since; *repeated* as above.
  case cleared(at: Instant, repeated: Bool)

  package var isOpen: Bool {
    switch self {
    case .unconfirmed, .confirmed: true
    case .clearedOnRepeat, .cleared: false
    }
  }

  package var clearedAt: Instant? {
    switch self {
    case .unconfirmed, .confirmed: nil
    case .clearedOnRepeat(let at), .cleared(let at, _): at
    }
  }
}

/// What a flag watches; acknowledging covers milder flags of the same measure and direction.
package enum Measure: Hashable {
  case sign(VitalSign)
  /// A value reckoned from those of one set.
  case derived(DerivedSign)
  /// How fast a sign rises or falls.
  case rate(VitalSign)
  case effect(EffectName)
  /// A score on the scale of this name.
  case scale(String)
  /// The NEWS2 total.
  case news2
  /// What only this rule watches: several things together, or the record itself.
  case rule(RuleID)
  /// A value, or a dose, that waits to be verified.
  case unverified
  /// The readings of a group of the schedule, which are overdue.
  case group(GroupID)
  /// The session itself, which is not closed.
  case session
}

/// The limit that a flag's readings broke, in thousandths of the sign's unit.
package struct BrokenLimit: Hashable {
  package let comparison: Comparison
  /// The limit as compared: numerator over denominator, so that a mean baseline is never rounded.
  package let numerator: Int
  package let denominator: Int
  /// The baseline that the limit was reckoned from; nil for an absolute limit.
  package let baseline: BaselineValue?

  package init(
    comparison: Comparison,
    numerator: Int,
    denominator: Int = 1,
    baseline: BaselineValue? = nil
  ) {
    self.comparison = comparison
    self.numerator = numerator
    self.denominator = denominator
    self.baseline = baseline
  }

  package func isBroken(by thousandths: Int) -> Bool {
    let distance = distance(of: thousandths)
    return switch comparison {
    case .atOrOver: distance >= 0
    case .over: distance > 0
    case .atOrUnder: distance <= 0
    case .under: distance < 0
    }
  }

  /// Not breaking, and at least the margin (thousandths) away from the limit.
  package func isInside(_ thousandths: Int, by margin: Int) -> Bool {
    guard !isBroken(by: thousandths) else { return false }
    let distance = distance(of: thousandths)
    let least = Int128(margin) * Int128(denominator)
    return comparison.isUpper ? distance <= -least : distance >= least
  }

  /// How far beyond the limit, in units of thousandths over the denominator; larger is worse.
  ///
  /// The nearest `Int` where it is beyond that, which no possible value and limit are.
  package func excess(of thousandths: Int) -> Int {
    let distance = distance(of: thousandths)
    return Int(clamping: comparison.isUpper ? distance : -distance)
  }

  /// From the limit to a value, exactly: a mean of many readings times a percentage is wider than `Int`.
  private func distance(of thousandths: Int) -> Int128 {
    Int128(thousandths) * Int128(denominator) - Int128(numerator)
  }
}

/// A sign's baseline: the exact mean of one or more readings, in thousandths.
package struct BaselineValue: Hashable {
  package let sum: Int
  package let count: Int

  package init(sum: Int, count: Int) {
    self.sum = sum
    self.count = count
  }
}

/// A reading, effect or doubt that broke a rule.
package struct BreakingReading: Hashable {
  package let entry: EntryNumber
  package let observed: Instant
  /// The value, for a rule on a sign.
  package let quantity: Quantity?
  /// The effect as it was graded, for a rule on effects.
  package let effect: SideEffect?
  /// What was reckoned, for a rule on a derived value, a rate, a scale or a score.
  package let reckoned: Reckoned?

  package init(
    entry: EntryNumber,
    observed: Instant,
    quantity: Quantity? = nil,
    effect: SideEffect? = nil,
    reckoned: Reckoned? = nil
  ) {
    self.entry = entry
    self.observed = observed
    self.quantity = quantity
    self.effect = effect
    self.reckoned = reckoned
  }
}

/// An acknowledgement as it stands on a flag.
package struct FlagAcknowledgement: Hashable {
  package let entry: EntryNumber
  package let at: Instant
  package let by: ClinicianCode
  package let text: String
  /// True where it names a worse flag raised by the same entry and covers this one.
  package let covering: Bool

  package init(
    entry: EntryNumber,
    at: Instant,
    by: ClinicianCode,
    text: String,
    covering: Bool
  ) {
    self.entry = entry
    self.at = at
    self.by = by
    self.text = text
    self.covering = covering
  }
}

/// An episode of a rule in one session, with its life.
package struct Flag: Hashable {
  package let identity: FlagIdentity
  package let number: FlagNumber
  package let measure: Measure
  /// What the protocol calls the rule, as `systolic at or over 180`.
  package let title: String
  /// The clinic's own words for the rule; empty where it has none.
  package let text: String
  package let isProcess: Bool
  /// The rule is one of the clinic's stop criteria, and the flag is confirmed, or was: someone decides.
  package let isStopCriterionMet: Bool
  /// The rule's own priority in the protocol.
  package let protocolPriority: Priority
  /// The highest reached in the episode.
  package let priority: Priority
  package let limit: BrokenLimit?
  /// Every reading that broke the rule while the episode was open, in observed order.
  package let readings: [BreakingReading]
  /// The one furthest beyond the limit, the first of equals.
  package let peak: BreakingReading?
  package let raised: Instant
  /// When it became known: the time of the commit that first showed it.
  package let known: Instant
  package let state: FlagState
  /// When it was confirmed, also where it has cleared since; nil where it never was.
  package let confirmed: Instant?
  /// The first value not breaking that no later one of the episode breaks; provisional while open.
  package let backInside: Instant?
  package let acknowledgements: [FlagAcknowledgement]
  /// The entry that removed its cause; nil while it stands.
  package let retractedBy: EntryNumber?
  /// The newest review of it, also one that what came after has outgrown; nil where nobody reviewed it.
  package let reviewed: ReviewMark?

  package init(
    identity: FlagIdentity,
    number: FlagNumber,
    measure: Measure,
    title: String,
    text: String = "",
    isProcess: Bool,
    isStopCriterionMet: Bool = false,
    protocolPriority: Priority,
    priority: Priority,
    limit: BrokenLimit?,
    readings: [BreakingReading],
    peak: BreakingReading?,
    raised: Instant,
    known: Instant,
    state: FlagState,
    confirmed: Instant?,
    backInside: Instant?,
    acknowledgements: [FlagAcknowledgement],
    retractedBy: EntryNumber?,
    reviewed: ReviewMark? = nil
  ) {
    self.identity = identity
    self.number = number
    self.measure = measure
    self.title = title
    self.text = text
    self.isProcess = isProcess
    self.isStopCriterionMet = isStopCriterionMet
    self.protocolPriority = protocolPriority
    self.priority = priority
    self.limit = limit
    self.readings = readings
    self.peak = peak
    self.raised = raised
    self.known = known
    self.state = state
    self.confirmed = confirmed
    self.backInside = backInside
    self.acknowledgements = acknowledgements
    self.retractedBy = retractedBy
    self.reviewed = reviewed
  }

  /// Standing, and unconfirmed or confirmed.
  package var isOpen: Bool { retractedBy == nil && state.isOpen }
  package var isAcknowledged: Bool { !acknowledgements.isEmpty }

  /// How long it waited for an acknowledgement, from when it was known.
  ///
  /// From when it was raised, where the acknowledgement is older than that: both were told afterwards, as
  /// those of a paper chart are. Never less than nothing.
  package func wait(for acknowledgement: FlagAcknowledgement) -> TimeSpan {
    let since = acknowledgement.at < known ? raised : known
    return max(acknowledgement.at - since, .seconds(0))
  }
  /// What the clinic made of it afterwards; nil while nobody reviewed it as it is.
  package var review: ReviewMark? { reviewed?.outgrown == nil ? reviewed : nil }
  /// Standing, and not reviewed: what is retracted needs no review.
  package var awaitsReview: Bool { retractedBy == nil && review == nil }

  /// Whether it is told before the other: by priority; of two as high, the one that waits for no
  /// repeat; then by number.
  package func isWorse(than other: Flag) -> Bool {
    if priority != other.priority { return priority > other.priority }
    let waits = (state == .unconfirmed, other.state == .unconfirmed)
    return waits.0 != waits.1 ? waits.1 : number < other.number
  }
}
