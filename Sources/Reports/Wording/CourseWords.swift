import SessionRecord

/// What belongs to a course of treatment, in words.
enum CourseWords {
  static func phrase(_ event: CourseEvent) -> Phrase {
    switch event {
    case .consent(let consent):
      var parts = [
        "consent signed \(consent.signed): \(consent.document) version \(consent.version)",
        consent.offLabelTold ? "told that the use is off-label" : "not told of off-label use",
      ]
      if let who = consent.capacityBy { parts.append("capacity found by \(who)") }
      if let witness = consent.witness { parts.append("witness \(witness)") }
      return Phrase(parts.joined(separator: ", "))
    case .consentWithdrawn(let reason): return Phrase("consent withdrawn: \(reason)")
    case .integration(let session):
      var parts = ["integration, \(session.modality), \(session.minutes) min"]
      if let homework = session.homework { parts.append("homework: \(homework)") }
      if let next = session.nextStep { parts.append("next: \(next)") }
      return Phrase(parts.joined(separator: ", "))
    case .laboratory(let result):
      let words = result.words.map { ": \($0)" } ?? ""
      return Phrase("\(result.test.title) of \(result.day) \(result.finding.word)\(words)")
    case .concern(let concern): return Phrase("concern, \(concern.kind.word): \(concern.text)")
    case .erasure(let reason, let authority):
      return Phrase("identity erased: \(reason), on the authority of \(authority)")
    }
  }

  static func phrase(_ followUp: FollowUp) -> Phrase {
    Phrase(
      "follow-up \(followUp.task) of session \(followUp.session) \(followUp.outcome.word): "
        + followUp.text
    )
  }
}
