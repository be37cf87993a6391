import SessionRecord

/// Entries of a course as members of a document.
enum CourseEntryJSON {
  static func members(_ event: CourseEvent) -> [String: JSONValue] {
    switch event {
    case .consent(let consent):
      [
        "act": .string("consent"), "document": .string(consent.document),
        "version": .string(consent.version), "signed": .string(consent.signed),
        "offLabelTold": .bool(consent.offLabelTold), "capacityBy": .optional(consent.capacityBy),
        "witness": .optional(consent.witness),
      ]
    case .consentWithdrawn(let reason):
      ["act": .string("consent-withdrawn"), "reason": .string(reason)]
    case .integration(let session):
      [
        "act": .string("integration"), "modality": .string(session.modality),
        "minutes": .integer(session.minutes), "homework": .optional(session.homework),
        "nextStep": .optional(session.nextStep),
      ]
    case .laboratory(let result):
      [
        "act": .string("laboratory"), "test": .string(result.test.word),
        "finding": .string(result.finding.word), "day": .string(result.day),
        "words": .optional(result.words),
      ]
    case .concern(let concern):
      [
        "act": .string("concern"), "concern": .string(concern.kind.word),
        "text": .string(concern.text),
      ]
    case .erasure(let reason, let authority):
      ["act": .string("erasure"), "reason": .string(reason), "authority": .string(authority)]
    }
  }

  static func members(_ followUp: FollowUp) -> [String: JSONValue] {
    [
      "task": .string(followUp.task.text), "session": .integer(followUp.session.value),
      "outcome": .string(followUp.outcome.word), "text": .string(followUp.text),
    ]
  }
}
