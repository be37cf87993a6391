import SessionRecord

/// An entry about a patient's leaving in full words: each answer by its criterion, or the decision with
/// whoever made it.
struct LeavingWords {
  private let leaving: Leaving

  init(_ leaving: Leaving) { self.leaving = leaving }

  var phrase: Phrase {
    switch leaving {
    case .answers(let answers):
      Phrase(
        "criteria answered: " + answers.answers.map(LeavingWords.answer).joined(separator: "; ")
      )
    case .decision(let decision): Phrase(LeavingWords.sentences(decision).joined(separator: "; "))
    }
  }

  /// `gait met`, `escort met: sister, K. Ndiaye`, `cannula-out not met`.
  private static func answer(_ answer: CriteriaAnswers.Answer) -> String {
    "\(answer.criterion)\u{A0}\(answer.isMet ? "met" : "not\u{A0}met")"
      + (answer.words.map { ": \($0)" } ?? "")
  }

  /// The decision, then what was recorded with it, a phrase each.
  static func sentences(_ decision: LeavingDecision) -> [String] {
    var parts = [outcome(decision)]
    parts += decision.unmet.map(unmet)
    if let escort = decision.escort { parts.append("escort: \(escort)") }
    if let instructions = decision.instructions { parts.append("instructions: \(instructions)") }
    if let minute = readyMinute(decision) { parts.append(minute) }
    return parts
  }

  /// `ready minute: 118, as judged by LH`; never computed.
  static func readyMinute(_ decision: LeavingDecision) -> String? {
    decision.readyMinute.map { "ready minute: \($0), as judged by \(decision.decidedBy)" }
  }

  static func outcome(_ decision: LeavingDecision) -> String {
    let by = "decided by\u{A0}\(decision.decidedBy)"
    return switch decision.outcome {
    case .criteriaMet: "patient leaves, criteria met, \(by)"
    case .unmetWithReasons:
      "patient leaves, \(counted(decision.unmet.count, "criterion", "criteria")) not met, \(by)"
    case .againstAdvice(let reason, let witness):
      "patient leaves against advice, said to\u{A0}\(decision.decidedBy): \(reason), "
        + "witness \(witness)"
    case .noDose: "patient leaves, nothing was given, \(by)"
    case .noCriteria: "patient leaves, the protocol has no criteria for leaving, \(by)"
    }
  }

  static func unmet(_ unmet: LeavingDecision.Unmet) -> String {
    let reason = unmet.reason.map { ", because: \($0)" } ?? ""
    return "\(unmet.criterion) not\u{A0}met (\(unmet.missing))\(reason)"
  }
}
