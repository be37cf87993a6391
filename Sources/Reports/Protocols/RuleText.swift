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
    let clearing = rule.clearing
    let values = clearing.count == 1 ? "1 value" : "\(clearing.count) values in a row"
    if case .crisis = rule.condition {
      return "\(start); an unrecordable pressure is cleared by \(values)"
    }
    guard let sign else { return start }
    let margin =
      clearing.margin == 0
      ? "" : " by \(decimal(clearing.margin))\(sign.unbreakingUnit) or more"
    return "\(start); cleared by \(values) inside\(margin)"
  }

  /// On what its numbers stand; where its clearing stands on something else, that too.
  var standing: String {
    let own = RuleText.words(rule.basis)
    guard let clearing = rule.clearing.basis, clearing != rule.basis else { return own }
    return "limit \(own); clearing \(RuleText.words(clearing))"
  }

  /// `seen in its source [label-table-6]`.
  static func words(_ basis: Basis) -> String {
    let words =
      switch basis.standing {
      case .cited: "seen in its source"
      case .adapted: "adapted from its source"
      case .proposed: "proposed by this project, no source claims it"
      case .general: "general knowledge, not verified"
      case .clinic: "the clinic's own"
      }
    return basis.sources.isEmpty ? words : "\(words) [\(basis.sources.joined(separator: ", "))]"
  }

  private var sign: VitalSign? {
    switch rule.condition {
    case .absolute(let limit): limit.sign
    case .change(let change): change.sign
    case .consciousness: .consciousness
    case .crisis, .severity, .distressing, .unverified: nil
    }
  }
}
