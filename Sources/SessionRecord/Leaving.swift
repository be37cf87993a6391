/// What is recorded about a patient's leaving: answers to criteria, or the decision.
package enum Leaving: Hashable {
  /// Criteria that nothing in the record can answer, answered by a person by name.
  case answers(CriteriaAnswers)
  case decision(LeavingDecision)
}

/// Criteria for leaving as a person answered them, each once.
package struct CriteriaAnswers: Hashable {
  package struct Answer: Hashable {
    package let criterion: CriterionID
    package let isMet: Bool
    /// Who the escort is, or which instructions were given; nil where the answer is a plain yes or no.
    package let words: String?

    package init(_ criterion: CriterionID, isMet: Bool, words: String? = nil) {
      self.criterion = criterion
      self.isMet = isMet
      self.words = words
    }
  }

  package let answers: [Answer]

  /// Refuses no answer at all, two to one criterion, and blank words.
  package init(_ answers: [Answer]) throws(ValueRefusal) {
    guard !answers.isEmpty else { throw .noAnswer }
    for answer in answers { try refuseBlank(answer.words, "answer") }
    for (place, answer) in answers.enumerated()
    where answers[..<place].contains(where: { $0.criterion == answer.criterion }) {
      throw .answeredTwice(answer.criterion)
    }
    self.answers = answers
  }
}

/// That the patient leaves, and on whose word; the clinic's criteria do not decide.
package struct LeavingDecision: Hashable {
  package enum Outcome: Hashable {
    /// Every criterion of the protocol was met.
    case criteriaMet
    /// Some criteria were not met, and each has a reason.
    case unmetWithReasons
    /// Against advice: why, and who saw it.
    case againstAdvice(reason: String, witness: String)
    /// Nothing was given, so no criterion was asked.
    case noDose
    /// The protocol has no criteria.
    case noCriteria
  }

  /// A criterion that was not met at the decision.
  package struct Unmet: Hashable {
    package let criterion: CriterionID
    /// What was missing, as it was shown.
    package let missing: String
    /// Why it was decided all the same; nil only where the patient leaves against advice.
    package let reason: String?

    package init(_ criterion: CriterionID, missing: String, reason: String?) {
      self.criterion = criterion
      self.missing = missing
      self.reason = reason
    }
  }

  package let outcome: Outcome
  /// Who decided, which may be another than who typed it.
  package let decidedBy: ClinicianCode
  package let unmet: [Unmet]
  /// Who takes the patient home.
  package let escort: String?
  /// What the patient was told.
  package let instructions: String?
  /// The minute from time zero at which the patient would have been ready, in the clinician's own
  /// judgement; never computed.
  ///
  /// Source: patient monitoring form of the esketamine REMS.
  package let readyMinute: Int?

  /// Refuses criteria met, or no dose, with one that is not met, an unmet one without a reason unless the
  /// patient leaves against advice, blank words, and a ready minute outside 0 to 1,440.
  package init(
    _ outcome: Outcome,
    decidedBy: ClinicianCode,
    unmet: [Unmet] = [],
    escort: String? = nil,
    instructions: String? = nil,
    readyMinute: Int? = nil
  ) throws(ValueRefusal) {
    switch outcome {
    case .criteriaMet:
      if let first = unmet.first { throw .criterionUnmet(first.criterion) }
    case .unmetWithReasons:
      guard !unmet.isEmpty else { throw .nothingUnmet }
      if let first = unmet.first(where: { $0.reason == nil }) {
        throw .unmetWithoutReason(first.criterion)
      }
    case .againstAdvice(let reason, let witness):
      try refuseBlank(reason, "reason")
      try refuseBlank(witness, "witness")
    case .noDose, .noCriteria:
      // No criterion is asked then.
      if let first = unmet.first { throw .criterionUnmet(first.criterion) }
    }
    for criterion in unmet { try refuseBlank(criterion.reason, "reason") }
    try refuseBlank(escort, "escort")
    try refuseBlank(instructions, "instructions")
    if let readyMinute, !(0...1_440).contains(readyMinute) {
      throw .readyMinuteOutside(readyMinute)
    }
    self.outcome = outcome
    self.decidedBy = decidedBy
    self.unmet = unmet
    self.escort = escort
    self.instructions = instructions
    self.readyMinute = readyMinute
  }
}
