import SessionRecord

/// Reads how a confirmed flag of a rule is cleared.
struct ClearingReader {
  let standings: StandingReader

  func clearing(
    _ condition: Condition,
    _ rule: ProtocolObject
  ) throws(ProtocolRefusal) -> Clearing {
    guard let node = rule.optional("clear") else {
      guard condition.margined == nil else {
        throw rule.node.refusal("The key “clear” is missing.")
      }
      return Clearing(count: Clearing.usualCount, margin: 0)
    }
    let widest = condition.margined
    let clear = try node.object(
      keys: ["count"] + (widest == nil ? [] : ["margin"]) + ["standing", "source"]
    )
    let hasOwn = clear.optional("standing") != nil || clear.optional("source") != nil
    let basis = hasOwn ? try standings.basis(of: clear) : nil
    let count =
      try clear.optional("count")?.wholeNumber("a number of values", in: 1...20)
      ?? Clearing.usualCount
    guard let widest else { return Clearing(count: count, margin: 0, basis: basis) }
    let margin = try clear.required("margin").number("a margin", in: 0...widest)
    return Clearing(count: count, margin: margin, basis: basis)
  }
}

extension Clearing {
  /// Values that clear a flag, where the protocol does not say how many.
  ///
  /// Proposed by this project; no publication claims it.
  static let usualCount = 2
}

extension Condition {
  /// The widest margin that the sign has room for, in thousandths; nil where nothing has a margin.
  fileprivate var margined: Int? {
    let possible: ClosedRange<Int>
    switch self {
    case .absolute(let limit): possible = PlausibleRange.possible(limit.sign)
    case .derived(let limit): possible = limit.sign.possible
    case .change(let change): possible = PlausibleRange.possible(change.sign)
    case .rate(let rate): possible = PlausibleRange.possible(rate.sign)
    case .notFalling(let rule): possible = PlausibleRange.possible(rule.sign)
    case .consciousness, .crisis, .severity, .distressing, .presence, .lasting, .scale, .news2,
      .combination, .furtherDose, .unattended, .unverified:
      return nil
    }
    return possible.upperBound - possible.lowerBound
  }
}
