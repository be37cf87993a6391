/// What an entry says.
///
/// A closed list: every place that reads entries switches over all of it.
package indirect enum Content: Hashable {
  case opened(Opening)
  case vitals(Vitals)
  case effect(SideEffect)
  case dose(Dose)
  case infusion(InfusionEvent)
  /// A second person checked the dose.
  case check(by: String)
  /// What was left of a drug and thrown away.
  case waste(Waste)
  case scale(ScaleScore)
  /// What was done.
  case action(String)
  case note(String)
  /// A moment to come back to, with or without words.
  case mark(String?)
  case deferred(Deferral)
  case acknowledgement(Acknowledgement)
  /// The same line typed again: verifies the entry it names, and is never a second reading.
  case verification(of: EntryNumber)
  case amendment(Amendment)
  case void(Voiding)
  case closed
  case leaving(Leaving)
  case screening(Screening)
  case presence(Presence)
  /// The session goes on in another room.
  case assigned(room: String)
  case review(Review)
  /// What is added to the record of a session in words, at any time.
  case addendum(String)
  case followUp(FollowUp)
  /// What belongs to the patient and outlives a session; only in the stream of a course.
  case course(CourseEvent)
  case moved(Move)
  /// The clock was set since the entry before it; the store's own finding, with the commit that found it.
  case clockStep(ClockStep)

  package var kind: EntryKind {
    switch self {
    case .opened: .opened
    case .vitals: .vitals
    case .effect: .effect
    case .dose: .dose
    case .infusion: .infusion
    case .check: .check
    case .waste: .waste
    case .scale: .scale
    case .action: .action
    case .note: .note
    case .mark: .mark
    case .deferred: .deferred
    case .acknowledgement: .acknowledgement
    case .verification: .verification
    case .amendment: .amendment
    case .void: .void
    case .closed: .closed
    case .leaving: .leaving
    case .screening: .screening
    case .presence: .presence
    case .assigned: .assigned
    case .review: .review
    case .addendum: .addendum
    case .followUp: .followUp
    case .course: .course
    case .moved: .moved
    case .clockStep: .clockStep
    }
  }
}

/// The kinds of entry.
///
/// The raw value is the kind's name in files; numbers in the record are the encoding's own.
package enum EntryKind: String, Hashable, CaseIterable {
  case opened, vitals, effect, dose, infusion, check, waste, scale, action, note, mark, deferred
  case acknowledgement, verification, amendment, void, closed, leaving
  case screening, presence, assigned, review, addendum
  case followUp = "follow-up"
  case course, moved
  case clockStep = "clock-step"
}

/// A score on a named scale.
package struct ScaleScore: Hashable {
  /// Lower case: `cadss`.
  package let scale: String
  package let score: Int
  /// The most that can be scored, where it was typed.
  package let of: Int?
  /// The answers by item, where they were typed; empty where only the score was.
  package let items: [Int]
  package let remark: String?

  package init(
    scale: String,
    score: Int,
    of: Int? = nil,
    items: [Int] = [],
    remark: String? = nil
  ) {
    self.scale = scale
    self.score = score
    self.of = of
    self.items = items
    self.remark = remark
  }
}

/// A measurement put off, with the reason.
package struct Deferral: Hashable {
  package enum Subject: Hashable {
    case wholeSet
    case bloodPressure
    case sign(VitalSign)
    case effect(EffectName)
    /// By its name in lower case, as a score has it: `cadss-6`.
    case scale(String)
  }

  package let subject: Subject
  package let reason: String

  package init(_ subject: Subject, reason: String) {
    self.subject = subject
    self.reason = reason
  }
}

/// Someone saw these flags and did something; it never clears one.
package struct Acknowledgement: Hashable {
  /// A flag by the number that was typed and by what it is: its rule and the entry that broke it.
  package struct Named: Hashable {
    package let number: FlagNumber
    package let flag: FlagIdentity

    package init(number: FlagNumber, flag: FlagIdentity) {
      self.number = number
      self.flag = flag
    }
  }

  package let flags: [Named]
  /// What was done.
  package let text: String

  package init(flags: [Named], text: String) {
    self.flags = flags
    self.text = text
  }
}

/// A correction: the complete new content of an earlier entry, which stays readable.
package struct Amendment: Hashable {
  /// The original entry, never an amendment of it.
  package let entry: EntryNumber
  package let content: Content
  /// The new observed time; nil keeps the original's.
  package let observed: Stamp?
  package let reason: String

  package init(of entry: EntryNumber, content: Content, observed: Stamp?, reason: String) {
    self.entry = entry
    self.content = content
    self.observed = observed
    self.reason = reason
  }
}

/// A withdrawal.
///
/// It is final: voiding a void changes nothing.
package struct Voiding: Hashable {
  package enum Reason: Hashable {
    /// `undo`, within 60 seconds, by the one who typed it.
    case undone
    case because(String)
  }

  /// The original entry; entry 1, the opening, voids the whole session.
  package let entry: EntryNumber
  package let reason: Reason

  package init(of entry: EntryNumber, reason: Reason) {
    self.entry = entry
    self.reason = reason
  }
}
