import SessionRecord

/// What the patient was told is recorded, in an answer or with the decision while that stands.
struct InstructionsCriterion: JudgedOverTime {
  private let answers: [TimedAnswer]

  init(_ criterion: CriterionID, _ evidence: LeavingEvidence) {
    answers = evidence.leavings.compactMap { entry in
      entry.answer(to: criterion) ?? entry.answer { $0.instructions }
    }
  }

  var turns: [Instant] { answers.turns }

  func verdict(at instant: Instant) -> LeavingVerdict {
    answers.verdict(at: instant, unsaid: "what the patient was told is not said")
  }
}
