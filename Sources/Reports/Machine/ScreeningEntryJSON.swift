import SessionRecord

/// A screening entry as members of a document.
struct ScreeningEntryJSON {
  private let screening: Screening

  init(_ screening: Screening) { self.screening = screening }

  var members: [String: JSONValue] {
    switch screening {
    case .answers(let given):
      [
        "act": .string("answers"), "source": .string(given.source.word),
        "answers": .array(
          given.answers.map { answer in
            .object([
              "gate": .string(answer.gate.text), "answer": .string(answer.answer.word),
              "words": .optional(answer.words),
            ])
          }
        ),
      ]
    case .findings(let findings):
      ["act": .string("findings"), "gates": .array(findings.map(ScreeningEntryJSON.finding))]
    case .decision(let decision):
      [
        "act": .string("decision"),
        "whose": .string(decision.kind == .prescriber ? "prescriber" : "observer"),
        "decidedBy": .string(decision.decidedBy.text),
        "byTelephone": .bool(decision.isByTelephone),
        "gates": .array(
          decision.gates.map { reasoned in
            .object([
              "gate": .string(reasoned.gate.text), "reason": .string(reasoned.reason),
            ])
          }
        ),
      ]
    case .countersignature(let entry, let words):
      ["act": .string("countersignature"), "of": .integer(entry.value), "text": .optional(words)]
    }
  }

  static func finding(_ finding: GateFinding) -> JSONValue {
    .object([
      "gate": .string(finding.gate.text), "level": .string(finding.level.word),
      "answer": .string(finding.answer.word), "holds": .bool(finding.holds),
      "basis": .string(finding.basis), "entry": .optional(finding.entry?.value),
    ])
  }
}
