package import SessionRecord

/// Which flags are asked for, across sessions; what is nil does not narrow.
package struct FlagQuery: Hashable, Sendable {
  /// Raised at or after.
  package var since: Instant?
  /// Raised at or before.
  package var until: Instant?
  /// At least this.
  package var priority: Priority?
  package var rule: RuleID?
  package var patient: PatientCode?
  /// In any of these; an empty set asks for none.
  package var states: Set<FlagStateName>?
  package var unacknowledgedOnly: Bool
  /// Standing, and not reviewed: a retracted flag needs no review.
  package var unreviewedOnly: Bool

  package init(
    since: Instant? = nil,
    until: Instant? = nil,
    priority: Priority? = nil,
    rule: RuleID? = nil,
    patient: PatientCode? = nil,
    states: Set<FlagStateName>? = nil,
    unacknowledgedOnly: Bool = false,
    unreviewedOnly: Bool = false
  ) {
    self.since = since
    self.until = until
    self.priority = priority
    self.rule = rule
    self.patient = patient
    self.states = states
    self.unacknowledgedOnly = unacknowledgedOnly
    self.unreviewedOnly = unreviewedOnly
  }

  /// Whether the flag is asked for; its patient is the session's, and not looked at.
  package func matches(_ flag: Flag) -> Bool {
    if let since, flag.raised < since { return false }
    if let until, flag.raised > until { return false }
    if let priority, flag.priority < priority { return false }
    if let rule, flag.identity.rule != rule { return false }
    if let states = concreteStates, !states.contains(FlagStateName(of: flag)) { return false }
    if unreviewedOnly, !flag.awaitsReview { return false }
    return !(unacknowledgedOnly && flag.isAcknowledged)
  }

  /// *Open* taken apart.
  var concreteStates: Set<FlagStateName>? {
    states.map { $0.reduce(into: []) { $0.formUnion($1.states) } }
  }
}
