import SessionRecord
import TestSupport

/// Leavings over every choice that the types allow.
extension SeededGenerator {
  mutating func leaving() throws -> Leaving {
    chance(50) ? .answers(try criteriaAnswers()) : .decision(try leavingDecision())
  }

  private mutating func criteriaAnswers() throws -> CriteriaAnswers {
    var seen: Set<CriterionID> = []
    let answers = list(1...6) { random in
      CriteriaAnswers.Answer(
        random.criterion(),
        isMet: random.chance(50),
        words: random.maybe { $0.words() }
      )
    }
    return try CriteriaAnswers(answers.filter { seen.insert($0.criterion).inserted })
  }

  private mutating func leavingDecision() throws -> LeavingDecision {
    let outcome: LeavingDecision.Outcome =
      switch number(1...5) {
      case 1: .criteriaMet
      case 2: .unmetWithReasons
      case 3: .againstAdvice(reason: words(), witness: words())
      case 4: .noDose
      default: .noCriteria
      }
    let unmet: [LeavingDecision.Unmet] =
      switch outcome {
      case .criteriaMet, .noDose, .noCriteria: []
      case .unmetWithReasons: list(1...5) { $0.unmet(reason: $0.words()) }
      case .againstAdvice: list(0...5) { $0.unmet(reason: $0.maybe { $0.words() }) }
      }
    return try LeavingDecision(
      outcome,
      decidedBy: clinician(),
      unmet: unmet,
      escort: maybe { $0.words() },
      instructions: maybe { $0.words() },
      readyMinute: maybe { $0.number(0...1_440) }
    )
  }

  /// Never blank.
  mutating func words() -> String { "said: " + text() }

  private mutating func unmet(reason: String?) -> LeavingDecision.Unmet {
    LeavingDecision.Unmet(criterion(), missing: text(), reason: reason)
  }

  private mutating func criterion() -> CriterionID {
    CriterionID(pick(["gait", "oriented", "cannula-out", "escort", text()]))
  }
}
