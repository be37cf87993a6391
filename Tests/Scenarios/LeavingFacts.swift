import Monitoring
import SessionRecord

extension Facts {
  /// What is to be said for a statement about leaving; nil for any other.
  func ofLeaving(_ statement: Expectation.Statement) -> String? {
    switch statement.word {
    case "criterion": return ofCriterion(statement.value, text)
    case "rests on": return ofCriterion(statement.value) { " " + numbers($0.entries) }
    case "criteria":
      return "\(file.readiness.metCount) of \(file.readiness.criteria.count) met"
    case "all met": return file.readiness.allMetSince.map { "since \(clock.text($0))" } ?? "no"
    case "decision": return decision.map(text) ?? "none"
    case "no decision": return decision.map(text) ?? ""
    case "unmet criteria":
      let unmet = decision?.unmet ?? []
      return unmet.isEmpty ? "none" : unmet.map(\.criterion.text).joined(separator: ", ")
    case "unmet": return unmet(statement.value)
    case "escort": return decision?.escort ?? "none"
    case "instructions": return decision?.instructions ?? "none"
    case "ready minute": return decision?.readyMinute.map { "T+\($0)" } ?? "none"
    default: return nil
    }
  }

  private func ofCriterion(_ value: String, _ text: (CriterionStanding) -> String) -> String {
    let id = String(value.prefix { $0 != " " && $0 != ":" })
    guard let standing = file.readiness.criteria.first(where: { $0.criterion.id.text == id })
    else { return "no such criterion: \(id)" }
    return id + text(standing)
  }

  /// ` met since 15:10`, `: only 60 min since start; 100 asked` or ` not answered`.
  private func text(_ standing: CriterionStanding) -> String {
    switch standing.state {
    case .met(let since): " met since \(clock.text(since))"
    case .missing(let what): ": \(what)"
    case .notAnswered: " not answered"
    }
  }

  /// The last decision that stands.
  private var decision: LeavingDecision? {
    for entry in assessment.chart.entries.reversed() where !entry.isVoid {
      if case .leaving(.decision(let decision)) = entry.content { return decision }
    }
    return nil
  }

  private func text(_ decision: LeavingDecision) -> String {
    let outcome =
      switch decision.outcome {
      case .criteriaMet: "criteria met"
      case .unmetWithReasons: "unmet with reasons"
      case .againstAdvice(let reason, let witness):
        "against advice, \(reason), witness \(witness)"
      case .noDose: "no dose"
      case .noCriteria: "no criteria"
      }
    return "\(outcome), by \(decision.decidedBy)"
  }

  /// `gait: not answered; because in a wheelchair, as before`.
  private func unmet(_ value: String) -> String {
    let id = String(value.prefix { $0 != ":" })
    guard let unmet = decision?.unmet.first(where: { $0.criterion.text == id }) else {
      return "\(id): not among the unmet"
    }
    return "\(id): \(unmet.missing)" + (unmet.reason.map { "; because \($0)" } ?? "")
  }
}
