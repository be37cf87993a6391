import Monitoring
import SessionRecord

/// A rule of a protocol in words: how a crossing is confirmed and cleared, and on whose word.
///
/// What breaks it is the rule's own title.
struct RuleText {
  private let rule: Rule

  init(_ rule: Rule) { self.rule = rule }

  /// How a crossing is confirmed and cleared.
  var life: String {
    let start =
      rule.asksForRepeat
      ? "unconfirmed until repeated (asked for within 5 min, decided within 10 min)"
      : "confirmed at once"
    guard let sign else { return start }
    let clearing = rule.clearing
    let margin =
      clearing.margin == 0
      ? "" : " by \(decimal(clearing.margin))\(sign.unbreakingUnit) or more"
    let values = clearing.count == 1 ? "1 value" : "\(clearing.count) values in a row"
    return "\(start); cleared by \(values) inside\(margin)"
  }

  /// On what its numbers stand.
  var standing: String {
    let words =
      switch rule.standing {
      case .cited: "seen in its source"
      case .adapted: "adapted from its source"
      case .proposed: "proposed by this project, no source claims it"
      case .general: "general knowledge, not verified"
      case .clinic: "the clinic's own"
      }
    return rule.sources.isEmpty ? words : "\(words) [\(rule.sources.joined(separator: ", "))]"
  }

  private var sign: VitalSign? {
    switch rule.condition {
    case .absolute(let limit): limit.sign
    case .change(let change): change.sign
    case .consciousness, .crisis, .severity, .distressing, .unverified: nil
    }
  }
}
