/// What is recorded of a screening before the dose.
package enum Screening: Hashable {
  /// What was asked and answered, by gate.
  case answers(GateAnswers)
  /// How every gate stood when a session was opened, and on what that rests.
  case findings([GateFinding])
  /// On whose word a session goes on although gates hold.
  case decision(GateDecision)
  /// The prescriber's own word, later, for a decision that another typed.
  case countersignature(of: EntryNumber, words: String?)
}

/// What can be answered to a gate.
///
/// *Unknown* is never *no*, and a question that was not asked is neither.
package enum GateAnswer: Int, Hashable, CaseIterable {
  case yes = 1
  case no = 2
  case unknown = 3
  case notAsked = 4

  package var word: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .unknown: "unknown"
    case .notAsked: "not asked"
    }
  }
}

/// From where an answer was taken.
package enum AnswerSource: Int, Hashable, CaseIterable {
  case selfReport = 1
  case record = 2
  case measured = 3

  package var word: String {
    switch self {
    case .selfReport: "self-report"
    case .record: "record"
    case .measured: "measured"
    }
  }
}

/// The answers to gates that one person took at one time, each gate once.
package struct GateAnswers: Hashable {
  package struct Answer: Hashable {
    package let gate: GateID
    package let answer: GateAnswer
    /// Who the chaperone is, which medicine; nil where the answer is a plain yes or no.
    package let words: String?

    package init(_ gate: GateID, _ answer: GateAnswer, words: String? = nil) {
      self.gate = gate
      self.answer = answer
      self.words = words
    }
  }

  package let answers: [Answer]
  package let source: AnswerSource

  /// Without those that were not asked, which are no answers.
  package var answered: [Answer] { answers.filter { $0.answer != .notAsked } }

  /// Refuses no answer at all, two to one gate, and blank words.
  package init(_ answers: [Answer], source: AnswerSource) throws(ValueRefusal) {
    guard !answers.isEmpty else { throw .nothingNamed }
    for (place, answer) in answers.enumerated() {
      try refuseBlank(answer.words, "answer")
      guard !answers[..<place].contains(where: { $0.gate == answer.gate }) else {
        throw .gateAnsweredTwice(answer.gate)
      }
    }
    self.answers = answers
    self.source = source
  }
}

/// How much a gate holds.
package enum GateLevel: Int, Hashable, CaseIterable, Comparable {
  /// Shown only.
  case info = 1
  /// A warning, which the observer confirms.
  case soft = 2
  /// No session without a named prescriber's decision and reason.
  case hard = 3
  /// No session at all.
  case required = 4

  package static func < (left: GateLevel, right: GateLevel) -> Bool {
    left.rawValue < right.rawValue
  }

  package var word: String {
    switch self {
    case .info: "info"
    case .soft: "soft"
    case .hard: "hard"
    case .required: "required"
    }
  }
}

/// How one gate stood when a session was opened.
package struct GateFinding: Hashable {
  package let gate: GateID
  package let level: GateLevel
  /// The answer that counted; *yes* or *no* where it was read from the record, *unknown* where that
  /// does not say.
  package let answer: GateAnswer
  /// Whether it holds the session.
  package let holds: Bool
  /// On what it rests: who answered and when, or what was read in which earlier sessions.
  package let basis: String
  /// The entry of the patient's course that has the answer; nil where it was read from elsewhere.
  package let entry: EntryNumber?

  package init(
    gate: GateID,
    level: GateLevel,
    answer: GateAnswer,
    holds: Bool,
    basis: String,
    entry: EntryNumber? = nil
  ) {
    self.gate = gate
    self.level = level
    self.answer = answer
    self.holds = holds
    self.basis = basis
    self.entry = entry
  }
}

/// On whose word a session goes on although gates hold: each gate with the reason.
package struct GateDecision: Hashable {
  package struct Reasoned: Hashable {
    package let gate: GateID
    package let reason: String

    package init(_ gate: GateID, reason: String) {
      self.gate = gate
      self.reason = reason
    }
  }

  package enum Kind: Int, Hashable, CaseIterable {
    /// A prescriber's, for hard gates.
    case prescriber = 1
    /// The observer confirms soft ones.
    case observer = 2
  }

  package let kind: Kind
  package let decidedBy: ClinicianCode
  /// Typed by another: by telephone, read back, and open until it is countersigned.
  package let isByTelephone: Bool
  package let gates: [Reasoned]

  /// Refuses no gate, one named twice, and a blank reason.
  package init(
    _ kind: Kind,
    decidedBy: ClinicianCode,
    isByTelephone: Bool,
    gates: [Reasoned]
  ) throws(ValueRefusal) {
    guard !gates.isEmpty else { throw .nothingNamed }
    for (place, reasoned) in gates.enumerated() {
      try refuseBlank(reasoned.reason, "reason")
      guard !gates[..<place].contains(where: { $0.gate == reasoned.gate }) else {
        throw .gateAnsweredTwice(reasoned.gate)
      }
    }
    self.kind = kind
    self.decidedBy = decidedBy
    self.isByTelephone = isByTelephone
    self.gates = gates
  }
}
