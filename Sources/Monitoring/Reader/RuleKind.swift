/// The rule kinds as a protocol's text names them.
enum RuleKind: String, CaseIterable {
  case limit, change, consciousness, crisis, severity, distressing, unverified

  /// The keys that only rules of this kind have.
  var keys: [String] {
    switch self {
    case .limit: ["sign", "comparison", "limit", "unit", "clear"]
    case .change: ["sign", "comparison", "by", "percent", "unit", "clear"]
    case .consciousness: ["level", "clear"]
    case .crisis: ["clear"]
    case .severity: ["atLeast", "only", "except"]
    case .distressing: ["only", "except"]
    case .unverified: []
    }
  }

  /// Whether a crossing may start *unconfirmed*; symptoms and doubts never do.
  var mayAskForRepeat: Bool {
    switch self {
    case .limit, .change, .consciousness: true
    case .crisis, .severity, .distressing, .unverified: false
    }
  }
}
