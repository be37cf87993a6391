import SessionRecord

/// Who takes the patient home is recorded, in an answer or with the decision while that stands.
struct EscortCriterion: JudgedOverTime {
  private let answers: [TimedAnswer]

  init(_ criterion: CriterionID, _ evidence: LeavingEvidence) {
    answers = evidence.leavings.compactMap { entry in
      entry.answer(to: criterion) ?? entry.answer { $0.escort }
    }
  }

  var turns: [Instant] { answers.turns }

  func verdict(at instant: Instant) -> LeavingVerdict {
    answers.verdict(at: instant, unsaid: "who takes the patient home is not said")
  }
}
