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
  /// When a value can open a flag of it.
  package let window: RuleWindow
  /// How long or how often it has to be broken before a flag opens; nil where once is enough.
  package let sustained: Sustained?
  /// The scale that SpO2 has to be read on; nil where either will do.
  package let spo2Scale: SpO2Scale?
  /// In the file and shown, but never asked.
  package let isOff: Bool
  /// Confirmed, its flag says that the clinic's stop criterion is met, and that someone decides now.
  package let isStopCriterion: Bool
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
    window: RuleWindow = .always,
    sustained: Sustained? = nil,
    spo2Scale: SpO2Scale? = nil,
    isOff: Bool = false,
    isStopCriterion: Bool = false,
    text: String = "",
    standing: Standing,
    sources: [String]
  ) {
    self.id = id
    self.condition = condition
    self.priority = priority
    self.asksForRepeat = asksForRepeat
    self.clearing = clearing
    self.window = window
    self.sustained = sustained
    self.spo2Scale = spo2Scale
    self.isOff = isOff
    self.isStopCriterion = isStopCriterion
    self.text = text
    self.standing = standing
    self.sources = sources
  }

  /// The two of them.
  package var basis: Basis { Basis(standing, sources: sources) }

  /// Flags about the record itself are counted apart from flags about the patient.
  package var isProcess: Bool {
    switch condition {
    case .unverified, .furtherDose, .unattended: true
    case .presence(let presence): presence.effects.allSatisfy(\.isCircumstance)
    case .lasting(let lasting): lasting.effects.allSatisfy(\.isCircumstance)
    case .absolute, .derived, .change, .rate, .notFalling, .consciousness, .crisis, .severity,
      .distressing, .scale, .news2, .combination:
      false
    }
  }
}

/// The rule kinds, a file each in `Rules/`.
package enum Condition: Hashable {
  case absolute(AbsoluteLimit)
  case derived(DerivedLimit)
  case change(BaselineChange)
  case rate(RateOfChange)
  case notFalling(NotFalling)
  case consciousness(ConsciousnessLimit)
  case crisis(CrisisWord)
  case severity(EffectSeverity)
  case distressing(DistressingEffect)
  case presence(EffectPresence)
  case lasting(LastingEffect)
  case scale(ScaleLimit)
  case news2(NEWS2Limit)
  case combination(Combination)
  case furtherDose(FurtherDose)
  case unattended(Unattended)
  case unverified(UnverifiedValue)
}

/// When a rule on a value can open a flag; while one is open, every value counts.
package enum RuleWindow: Hashable {
  case always
  /// By readings to time zero: a hold limit.
  case beforeStart
  /// By readings so many minutes after time zero, or later.
  case from(minutes: Int)
}

/// How long or how often a value has to break a rule, with none inside between, before a flag opens.
package enum Sustained: Hashable {
  /// The first and the last are at least so far apart.
  case minutes(Int)
  /// So many, one after the other; at least 2.
  case readings(Int)
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
