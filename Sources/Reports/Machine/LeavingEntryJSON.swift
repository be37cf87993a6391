import SessionRecord

/// An entry about a patient's leaving as members of a document: answers to criteria, or the decision.
struct LeavingEntryJSON {
  let leaving: Leaving

  /// One of `answers` and `decision` is null.
  var members: [String: JSONValue] {
    switch leaving {
    case .answers(let answers):
      ["answers": .array(answers.answers.map(answer)), "decision": .null]
    case .decision(let decision):
      ["answers": .null, "decision": LeavingEntryJSON.decision(decision)]
    }
  }

  private func answer(_ answer: CriteriaAnswers.Answer) -> JSONValue {
    .object([
      "criterion": .string(answer.criterion.text),
      "met": .bool(answer.isMet),
      "words": .optional(answer.words),
    ])
  }

  static func decision(_ decision: LeavingDecision) -> JSONValue {
    let outcome: String
    var reason: String?
    var witness: String?
    switch decision.outcome {
    case .criteriaMet: outcome = "criteria-met"
    case .unmetWithReasons: outcome = "unmet-with-reasons"
    case .againstAdvice(let why, let who):
      outcome = "against-advice"
      reason = why
      witness = who
    case .noDose: outcome = "no-dose"
    case .noCriteria: outcome = "no-criteria"
    }
    return .object([
      "outcome": .string(outcome),
      "decidedBy": .string(decision.decidedBy.text),
      "reason": .optional(reason),
      "witness": .optional(witness),
      "unmet": .array(
        decision.unmet.map { unmet in
          .object([
            "criterion": .string(unmet.criterion.text),
            "missing": .string(unmet.missing),
            "reason": .optional(unmet.reason),
          ])
        }
      ),
      "escort": .optional(decision.escort),
      "instructions": .optional(decision.instructions),
      "readyMinuteAsJudged": .optional(decision.readyMinute),
    ])
  }
}
