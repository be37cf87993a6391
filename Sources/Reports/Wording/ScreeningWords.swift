import Monitoring
import SessionRecord

/// A screening entry in words.
struct ScreeningWords {
  private let screening: Screening

  init(_ screening: Screening) { self.screening = screening }

  var phrase: Phrase {
    switch screening {
    case .answers(let given):
      let answers = given.answers.map { answer in
        "\(answer.gate) \(answer.answer.word)" + (answer.words.map { " (\($0))" } ?? "")
      }
      return Phrase("screening, \(given.source.word): \(answers.joined(separator: ", "))")
    case .findings(let findings): return ScreeningWords.findings(findings)
    case .decision(let decision): return ScreeningWords.decision(decision)
    case .countersignature(let entry, let words):
      return Phrase("countersigns #\(entry)" + (words.map { ": \($0)" } ?? ""))
    }
  }

  private static func findings(_ findings: [GateFinding]) -> Phrase {
    let holding = findings.filter(\.holds)
    let asked = counted(findings.count, "gate")
    guard !holding.isEmpty else { return Phrase("screening: \(asked), none holds") }
    let named = holding.map { "\($0.gate) (\($0.level.word): \($0.basis))" }
    return Phrase("screening: \(asked), \(holding.count) held: \(named.joined(separator: ", "))")
  }

  private static func decision(_ decision: GateDecision) -> Phrase {
    switch decision.kind {
    case .prescriber:
      let reasons = decision.gates.map { "\($0.gate): \($0.reason)" }.joined(separator: "; ")
      let way = decision.isByTelephone ? ", by telephone, read back" : ""
      return Phrase("goes on over \(reasons) \u{2013} decided by \(decision.decidedBy)\(way)")
    case .observer:
      let gates = decision.gates.map { reasoned in
        reasoned.reason == GateDecision.Reasoned.plainly
          ? reasoned.gate.text : "\(reasoned.gate) (\(reasoned.reason))"
      }
      return Phrase("goes on knowing \(gates.joined(separator: ", "))")
    }
  }
}
