import Foundation
import SessionRecord

/// What is around a session, and in a course, as the golden vectors spell it.
func fields(of screening: Screening) -> [String: Any] {
  switch screening {
  case .answers(let given):
    [
      "screening": "answers", "source": given.source.word,
      "answers": given.answers.map {
        ["gate": $0.gate.text, "answer": $0.answer.word, "words": orNull($0.words)]
      },
    ]
  case .findings(let findings):
    [
      "screening": "findings",
      "findings": findings.map {
        [
          "gate": $0.gate.text, "level": $0.level.word, "answer": $0.answer.word,
          "holds": $0.holds, "basis": $0.basis, "entry": orNull($0.entry?.value),
        ]
      },
    ]
  case .decision(let decision):
    [
      "screening": "decision",
      "kind": decision.kind == .prescriber ? "prescriber" : "observer",
      "decidedBy": decision.decidedBy.text, "byTelephone": decision.isByTelephone,
      "gates": decision.gates.map { ["gate": $0.gate.text, "reason": $0.reason] },
    ]
  case .countersignature(let entry, let words):
    ["screening": "countersignature", "entry": entry.value, "words": orNull(words)]
  }
}

func fields(of presence: Presence) -> [String: Any] {
  switch presence {
  case .arrives(let who, let role):
    ["presence": "arrives", "who": who.text, "role": orNull(role)]
  case .leaves(let who): ["presence": "leaves", "who": who.text]
  case .handover(let handover):
    [
      "presence": "handover", "to": handover.to.text, "flags": handover.flags.map(\.value),
      "unverified": handover.unverified.map(\.value), "due": orNull(handover.due),
      "remark": orNull(handover.remark),
    ]
  }
}

func fields(of review: Review) -> [String: Any] {
  let subject: [String: Any] =
    switch review.subject {
    case .flags(let named):
      [
        "flags": named.map {
          [
            "number": $0.number.value, "rule": $0.flag.rule.text,
            "cause": fields(of: $0.flag.cause),
          ]
        }
      ]
    case .effects(let onsets): ["effects": onsets.map(\.value)]
    }
  return [
    "subject": subject, "verdict": review.verdict.word, "followUp": orNull(review.followUp),
    "text": review.text,
  ]
}

func fields(of followUp: FollowUp) -> [String: Any] {
  [
    "task": followUp.task.text, "session": followUp.session.value,
    "outcome": followUp.outcome.word, "text": followUp.text,
  ]
}

func fields(of event: CourseEvent) -> [String: Any] {
  switch event {
  case .consent(let consent):
    [
      "event": "consent", "document": consent.document, "version": consent.version,
      "signed": consent.signed, "offLabelTold": consent.offLabelTold,
      "capacityBy": orNull(consent.capacityBy), "witness": orNull(consent.witness),
    ]
  case .consentWithdrawn(let reason): ["event": "consentWithdrawn", "reason": reason]
  case .integration(let session):
    [
      "event": "integration", "modality": session.modality, "minutes": session.minutes,
      "homework": orNull(session.homework), "nextStep": orNull(session.nextStep),
    ]
  case .laboratory(let result):
    [
      "event": "laboratory", "test": result.test.word, "finding": result.finding.word,
      "day": result.day, "words": orNull(result.words),
    ]
  case .concern(let concern):
    ["event": "concern", "kind": concern.kind.word, "text": concern.text]
  case .erasure(let reason, let authority):
    ["event": "erasure", "reason": reason, "authority": authority]
  }
}

func fields(of move: Move) -> [String: Any] {
  [
    "direction": move.direction == .from ? "from" : "to", "session": move.session.value,
    "entries": move.entries.map(\.value), "reason": move.reason,
  ]
}
