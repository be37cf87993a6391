import SessionRecord

/// A leaving as the golden vectors spell it.
func fields(of leaving: Leaving) -> [String: Any] {
  switch leaving {
  case .answers(let given): ["what": "answers", "answers": given.answers.map { fields(of: $0) }]
  case .decision(let decision): fields(of: decision)
  }
}

private func fields(of answer: CriteriaAnswers.Answer) -> [String: Any] {
  [
    "criterion": answer.criterion.text, "met": answer.isMet, "words": orNull(answer.words),
  ]
}

private func fields(of decision: LeavingDecision) -> [String: Any] {
  [
    "what": "decision", "outcome": fields(of: decision.outcome),
    "decidedBy": decision.decidedBy.text, "unmet": decision.unmet.map { fields(of: $0) },
    "escort": orNull(decision.escort), "instructions": orNull(decision.instructions),
    "readyMinute": orNull(decision.readyMinute),
  ]
}

private func fields(of outcome: LeavingDecision.Outcome) -> [String: Any] {
  switch outcome {
  case .criteriaMet: ["what": "criteriaMet"]
  case .unmetWithReasons: ["what": "unmetWithReasons"]
  case .againstAdvice(let reason, let witness):
    ["what": "againstAdvice", "reason": reason, "witness": witness]
  case .noDose: ["what": "noDose"]
  case .noCriteria: ["what": "noCriteria"]
  }
}

private func fields(of unmet: LeavingDecision.Unmet) -> [String: Any] {
  [
    "criterion": unmet.criterion.text, "missing": unmet.missing, "reason": orNull(unmet.reason),
  ]
}
