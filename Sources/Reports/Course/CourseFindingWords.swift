import Monitoring
import SessionRecord

/// What a course rule says, in words.
struct CourseFindingWords {
  private let finding: CourseFinding
  /// A rule about concerns speaks only where they were asked for.
  let isShown: Bool

  init(_ finding: CourseFinding, withConcerns: Bool) {
    self.finding = finding
    if case .concern = finding.rule.condition {
      isShown = withConcerns
    } else {
      isShown = true
    }
  }

  /// `medium`, `medium, soft gate`.
  var priority: String {
    let rule = finding.rule
    return rule.priority.word + (rule.gate.map { ", \($0.word) gate" } ?? "")
  }

  var answer: Phrase {
    guard isShown else { return "not shown" }
    return switch finding.answer {
    case .yes: Phrase("flagged", Ink(finding.rule.priority))
    case .no: "not flagged"
    case .unknown: Phrase("not known", .strong)
    case .notAsked: "not asked"
    }
  }

  var basis: String { isShown ? finding.basis : "shown with --concerns" }
}
