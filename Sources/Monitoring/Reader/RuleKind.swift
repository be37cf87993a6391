/// The rule kinds as a protocol's text names them.
enum RuleKind: String, CaseIterable {
  case limit, derived, change, rate
  case notFalling = "not-falling"
  case consciousness, crisis, severity, distressing, effect, lasting, scale, news2, combination
  case furtherDose = "further-dose"
  case unattended, unverified

  /// The keys that say what breaks it, which a condition in a combination has as well.
  var conditionKeys: [String] {
    switch self {
    case .limit: ["sign", "comparison", "limit", "unit"]
    case .derived: ["value", "comparison", "limit", "unit"]
    case .change: ["sign", "comparison", "by", "percent", "unit"]
    case .rate: ["sign", "comparison", "by", "unit", "within"]
    case .notFalling: ["sign", "over", "unit", "minutes", "since"]
    case .consciousness: ["level"]
    case .severity: ["atLeast", "only", "except"]
    case .distressing: ["only", "except"]
    case .effect: ["only"]
    case .lasting: ["only", "atLeast", "minutes", "untilMinute"]
    case .scale: ["scale", "comparison", "limit", "item"]
    case .news2: ["atLeast", "single"]
    case .combination: ["title", "all", "any", "within"]
    case .furtherDose: ["soonerThan"]
    case .unattended: ["minutes"]
    case .crisis, .unverified: []
    }
  }

  /// The keys that only rules of this kind have.
  var keys: [String] {
    switch self {
    case .limit: conditionKeys + ["window", "sustained", "spo2Scale", "clear"]
    case .derived, .change, .consciousness: conditionKeys + ["window", "sustained", "clear"]
    case .rate, .notFalling, .crisis, .news2, .combination: conditionKeys + ["clear"]
    case .furtherDose: ["when"] + conditionKeys
    case .severity, .distressing, .effect, .lasting, .scale, .unattended, .unverified:
      conditionKeys
    }
  }

  /// Whether a crossing may start *unconfirmed*; symptoms and doubts never do.
  var mayAskForRepeat: Bool {
    switch self {
    case .limit, .derived, .change, .consciousness: true
    case .rate, .notFalling, .crisis, .severity, .distressing, .effect, .lasting, .scale, .news2,
      .combination, .furtherDose, .unattended, .unverified:
      false
    }
  }

  /// Whether its condition may be part of a combination.
  var mayBeCombined: Bool {
    switch self {
    case .limit, .derived, .change, .consciousness, .crisis, .severity, .distressing, .effect,
      .scale, .furtherDose:
      true
    case .rate, .notFalling, .lasting, .news2, .combination, .unattended, .unverified: false
    }
  }
}
