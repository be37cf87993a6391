import SessionRecord

/// A criterion that a person answers by name: the newest answer stands, until another dose is given.
///
/// An answer from before the last dose or start of an infusion of the protocol's own drug says nothing
/// about the patient after it, and neither does one from before time zero.
struct AnsweredCriterion: JudgedOverTime {
  private let answers: [TimedAnswer]
  private let timeZero: Instant?
  /// In order.
  private let starts: [Instant]

  init(_ criterion: CriterionID, _ evidence: LeavingEvidence) {
    answers = evidence.leavings.compactMap { $0.answer(to: criterion) }
    timeZero = evidence.timeZero
    starts = evidence.starts
  }

  var turns: [Instant] { answers.turns + starts }

  func verdict(at instant: Instant) -> LeavingVerdict {
    guard let newest = answers.observed(by: instant).last,
      timeZero.map({ $0 < newest.observed }) ?? true,
      starts[..<starts.firstPlace { $0 > instant }].last.map({ $0 <= newest.observed }) ?? true
    else { return .notAnswered }
    return newest.verdict()
  }
}

/// One person's answer to a criterion.
struct TimedAnswer: Observed {
  let order: ObservedOrder
  let isMet: Bool
  /// Who the escort is, or which instructions were given.
  let words: String?
  let by: ClinicianCode
}

extension TimedLeaving {
  /// What an entry of answers says to a criterion; nil where it does not name it.
  func answer(to criterion: CriterionID) -> TimedAnswer? {
    guard case .answers(let all) = leaving,
      let answer = all.answers.first(where: { $0.criterion == criterion })
    else { return nil }
    return TimedAnswer(order: order, isMet: answer.isMet, words: answer.words, by: by)
  }

  /// What a decision to leave says where it has these words.
  func answer(by words: (LeavingDecision) -> String?) -> TimedAnswer? {
    guard case .decision(let decision) = leaving, let words = words(decision) else { return nil }
    return TimedAnswer(order: order, isMet: true, words: words, by: by)
  }
}

extension TimedAnswer {
  /// *Unsaid* is what is missing where it says yes and has no words, if words are asked.
  func verdict(unsaid: String? = nil) -> LeavingVerdict {
    guard isMet else { return .missing("answered no by \(by)", [entry]) }
    if let unsaid, words == nil { return .missing(unsaid, [entry]) }
    return .met(by: [entry])
  }
}

extension [TimedAnswer] {
  var turns: [Instant] { map(\.observed) }

  /// By the newest, however old it is.
  func verdict(at instant: Instant, unsaid: String) -> LeavingVerdict {
    observed(by: instant).last?.verdict(unsaid: unsaid) ?? .notAnswered
  }
}
