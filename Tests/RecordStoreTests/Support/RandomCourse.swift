import SessionRecord
import TestSupport

/// Contents of what is around a session, and of a course, over every choice that their types allow.
extension SeededGenerator {
  mutating func screening() throws -> Screening {
    switch number(1...4) {
    case 1: .answers(try gateAnswers())
    case 2: .findings(list(0...5) { $0.gateFinding() })
    case 3: .decision(try gateDecision())
    default: .countersignature(of: entryNumber(), words: maybe { $0.text() })
    }
  }

  mutating func presence() throws -> Presence {
    switch number(1...3) {
    case 1: .arrives(try clinician(), role: maybe { $0.text() })
    case 2: .leaves(try clinician())
    default:
      .handover(
        Handover(
          to: try clinician(),
          flags: list(0...4) { FlagNumber($0.number(1...99)) },
          unverified: list(0...4) { $0.entryNumber() },
          due: maybe { $0.text() },
          remark: maybe { $0.text() }
        )
      )
    }
  }

  mutating func review() throws -> Review {
    let subject: Review.Subject =
      chance(50)
      ? .flags(
        list(1...4) {
          Acknowledgement.Named(
            number: FlagNumber($0.number(1...99)),
            flag: $0.flagIdentity()
          )
        }
      ) : .effects(list(1...4) { $0.entryNumber() })
    return try Review(
      subject,
      verdict: pick(ReviewVerdict.allCases),
      followUp: maybe { $0.words() },
      text: words()
    )
  }

  mutating func followUp() throws -> FollowUp {
    try FollowUp(
      TaskID(text()),
      of: SessionNumber(number(1...9_999)),
      pick(FollowUp.Outcome.allCases),
      text: words()
    )
  }

  mutating func courseEvent() throws -> CourseEvent {
    switch number(1...6) {
    case 1:
      .consent(
        try Consent(
          document: words(),
          version: words(),
          signed: day(),
          offLabelTold: chance(50),
          capacityBy: maybe { $0.words() },
          witness: maybe { $0.words() }
        )
      )
    case 2: .consentWithdrawn(reason: text())
    case 3:
      .integration(
        try Integration(
          modality: words(),
          minutes: number(1...1_440),
          homework: maybe { $0.words() },
          nextStep: maybe { $0.words() }
        )
      )
    case 4:
      .laboratory(
        try LaboratoryResult(
          pick(LaboratoryTest.allCases),
          pick(LaboratoryResult.Finding.allCases),
          day: day(),
          words: maybe { $0.words() }
        )
      )
    case 5:
      .concern(try MedicationConcern(pick(MedicationConcern.Kind.allCases), text: words()))
    default: .erasure(reason: text(), authority: text())
    }
  }

  mutating func move() throws -> Move {
    try Move(
      pick(Move.Direction.allCases),
      session: SessionNumber(number(1...9_999)),
      entries: list(0...4) { $0.entryNumber() },
      reason: words()
    )
  }

  mutating func waste() throws -> Waste {
    Waste(try amount(), witness: maybe { $0.text() })
  }

  private mutating func day() -> String {
    "\(number(1_990...2_030))-\(padded(number(1...12), 2))-\(padded(number(1...28), 2))"
  }

  private mutating func gateAnswers() throws -> GateAnswers {
    let count = number(1...5)
    return try GateAnswers(
      (0..<count).map { place in
        GateAnswers.Answer(
          GateID("gate-\(place)" + text()),
          pick(GateAnswer.allCases),
          words: maybe { $0.words() }
        )
      },
      source: pick(AnswerSource.allCases)
    )
  }

  private mutating func gateFinding() -> GateFinding {
    GateFinding(
      gate: GateID(text()),
      level: pick(GateLevel.allCases),
      answer: pick(GateAnswer.allCases),
      holds: chance(50),
      basis: text(),
      entry: maybe { $0.entryNumber() }
    )
  }

  private mutating func gateDecision() throws -> GateDecision {
    let count = number(1...4)
    return try GateDecision(
      pick(GateDecision.Kind.allCases),
      decidedBy: clinician(),
      isByTelephone: chance(50),
      gates: (0..<count).map { place in
        GateDecision.Reasoned(GateID("gate-\(place)" + text()), reason: words())
      }
    )
  }
}
