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
    switch rule.condition {
    case .absolute, .derived, .change, .rate, .notFalling, .consciousness:
      let margin = clearing.margin == 0 ? "" : " by \(decimal(clearing.margin))\(unit) or more"
      return "\(start); cleared by \(values) inside\(margin)"
    case .crisis: return "\(start); an unrecordable pressure is cleared by \(values)"
    case .news2, .combination: return "\(start); cleared by \(values) inside"
    case .scale: return "\(start); ended by the next score inside"
    case .presence: return "\(start); ended when it is gone or absent"
    case .lasting(let lasting):
      let end = lasting.atLeast == nil ? "gone or absent" : "gone, absent or milder"
      return "raised by time alone; ended when it is \(end)"
    case .unattended: return "raised by time alone; ended by the next entry"
    case .furtherDose(let dose):
      return dose.when == .whileHigh
        ? "\(start); ended when no flag is high" : "\(start); stays open"
    case .severity, .distressing, .unverified: return start
    }
  }

  /// What stands behind its priority: off, for one scale of SpO2, a stop criterion of the clinic's.
  var marks: [String] {
    var marks: [String] = []
    if let scale = rule.spo2Scale { marks.append("only with SpO2 on scale\u{A0}\(scale.rawValue)") }
    if rule.isStopCriterion { marks.append("the clinic's stop criterion") }
    return marks
  }

  /// A combination taken apart; nil for any other rule.
  var parts: [String]? {
    guard case .combination(let combination) = rule.condition else { return nil }
    let within = "within\u{A0}\(combination.withinMinutes)\u{A0}min"
    guard combination.parts.count > 1 else {
      return ["any of these \(within):"] + (combination.parts.first?.any.map(\.words) ?? [])
    }
    return ["all of these \(within):"] + combination.parts.map(\.words)
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

  private var unit: String {
    switch rule.condition {
    case .absolute(let limit): limit.sign.unbreakingUnit
    case .change(let change): change.sign.unbreakingUnit
    case .rate(let rate): rate.sign.unbreakingUnit
    case .notFalling(let limit): limit.sign.unbreakingUnit
    case .derived(let limit): ReckonedText.suffix(limit.sign)
    case .consciousness, .crisis, .severity, .distressing, .presence, .lasting, .scale, .news2,
      .combination, .furtherDose, .unattended, .unverified:
      ""
    }
  }
}
