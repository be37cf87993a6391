package import SessionRecord

/// One line of a protocol's limits: what breaks it, how it is confirmed and cleared, on whose word.
package struct Rule: Hashable {
  package let id: RuleID
  /// What breaks it.
  package let condition: Condition
  package let priority: Priority
  /// Whether a crossing starts *unconfirmed* and a repeat is asked for.
  package let asksForRepeat: Bool
  package let clearing: Clearing
  /// The clinic's own words for this rule; empty in the protocols that come with Vigil.
  package let text: String
  /// On what its numbers stand.
  package let standing: Standing
  /// Keys of the protocol's `sources`.
  package let sources: [String]

  package init(
    id: RuleID,
    condition: Condition,
    priority: Priority,
    asksForRepeat: Bool,
    clearing: Clearing,
    text: String = "",
    standing: Standing,
    sources: [String]
  ) {
    self.id = id
    self.condition = condition
    self.priority = priority
    self.asksForRepeat = asksForRepeat
    self.clearing = clearing
    self.text = text
    self.standing = standing
    self.sources = sources
  }

  /// The two of them.
  package var basis: Basis { Basis(standing, sources: sources) }

  /// Flags about the record itself are counted apart from flags about the patient.
  package var isProcess: Bool {
    switch condition {
    case .unverified: true
    case .absolute, .change, .consciousness, .crisis, .severity, .distressing: false
    }
  }
}

/// The rule kinds, a file each in `Rules/`.
package enum Condition: Hashable {
  case absolute(AbsoluteLimit)
  case change(BaselineChange)
  case consciousness(ConsciousnessLimit)
  case crisis(CrisisWord)
  case severity(EffectSeverity)
  case distressing(DistressingEffect)
  case unverified(UnverifiedValue)
}

/// When a confirmed flag of a rule on a value is cleared.
package struct Clearing: Hashable {
  /// Consecutive usable values inside by the margin; at least 1.
  package let count: Int
  /// Thousandths of the sign's unit, on the safe side of the limit; not negative.
  package let margin: Int
  /// On what count and margin stand; nil where the rule's own standing and sources are theirs.
  package let basis: Basis?

  package init(count: Int, margin: Int, basis: Basis? = nil) {
    self.count = count
    self.margin = margin
    self.basis = basis
  }
}

/// On what a number of a protocol stands, and where that is written.
package struct Basis: Hashable {
  package let standing: Standing
  /// Keys of the protocol's `sources`.
  package let sources: [String]

  package init(_ standing: Standing, sources: [String]) {
    self.standing = standing
    self.sources = sources
  }
}

/// What a number of a protocol rests on.
package enum Standing: String, Hashable, CaseIterable {
  /// Seen in the source that is named.
  case cited
  /// A band or practice that was seen, used here in another way.
  case adapted
  /// Proposed by this project; no source claims it.
  case proposed
  /// General knowledge, not verified.
  case general
  /// The clinic's own.
  case clinic
}
