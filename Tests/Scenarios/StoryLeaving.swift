import Monitoring
import SessionRecord
import Supervision

extension StoryAnswers.Part {
  /// An escort and instructions are answers to the criteria that ask for them.
  func answer(to criteria: [LeavingCriterion]) throws -> CriteriaAnswers.Answer {
    switch self {
    case .isMet(let isMet, let criterion):
      CriteriaAnswers.Answer(CriterionID(criterion), isMet: isMet)
    case .escort(let words): try answer(words, to: .escort, of: criteria)
    case .instructions(let words): try answer(words, to: .instructions, of: criteria)
    }
  }

  private func answer(
    _ words: String,
    to requirement: LeavingRequirement,
    of criteria: [LeavingCriterion]
  ) throws -> CriteriaAnswers.Answer {
    guard let criterion = criteria.first(where: { $0.requirement == requirement }) else {
      throw StoryDefect("the protocol asks for no \(words)")
    }
    return CriteriaAnswers.Answer(criterion.id, isMet: true, words: words)
  }
}

extension LeavingRequest {
  init(_ ending: StoryEnding) throws {
    self.init()
    decidedBy = try ending.decidedBy.map { try ClinicianCode($0) }
    reasons = ending.reasons.map { ($0.criterion.map { CriterionID($0) }, $0.text) }
    escort = ending.escort
    instructions = ending.instructions
    if let reason = ending.againstAdvice, let witness = ending.witness {
      againstAdvice = (reason, witness)
    }
    readyMinute = ending.readyMinute
  }
}
