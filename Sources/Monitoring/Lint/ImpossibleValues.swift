import SessionRecord

extension AbsoluteLimit {
  var impossibility: String? {
    comparison.unreachable(
      limit,
      in: PlausibleRange.possible(sign),
      step: sign.step,
      sign.name,
      sign.writtenValue
    )
  }
}

extension DerivedLimit {
  var impossibility: String? {
    comparison.unreachable(limit, in: sign.possible, step: 1, sign.name, sign.writtenValue)
  }
}

extension BaselineChange {
  var impossibility: String? {
    let possible = PlausibleRange.possible(sign)
    switch size {
    case .absolute(let change):
      return sign.tooWide(change, comparison, step: 1)
    case .percent(let percent):
      // The baseline from which the least is needed; a rise in percent of nothing is nothing.
      let best = comparison.isUpper ? possible.lowerBound : possible.upperBound
      let limit = best * (100_000 + percent)
      let furthest = (comparison.isUpper ? possible.upperBound : possible.lowerBound) * 100_000
      let isReached =
        switch comparison {
        case .atOrOver: furthest >= limit
        case .over: furthest > limit
        case .atOrUnder: furthest <= limit
        case .under: furthest < limit
        }
      guard !isReached else { return nil }
      return "no \(sign.name) that there can be is so far from its baseline"
    }
  }
}

extension RateOfChange {
  var impossibility: String? { sign.tooWide(change, comparison, step: sign.step) }
}

extension NotFalling {
  var impossibility: String? {
    sign.tooWide(over, .atOrOver, step: 1) ?? longerThanADay(minutes)
  }
}

extension VitalSign {
  /// Why it can never change by so much; nil where it can.
  fileprivate func tooWide(_ change: Int, _ comparison: Comparison, step: Int) -> String? {
    let possible = PlausibleRange.possible(self)
    let widest = possible.upperBound - possible.lowerBound
    guard abs(comparison.mildest(breaking: change, step: step)) > widest else { return nil }
    return "the widest change of \(name) that there can be is \(writtenValue(widest))"
  }
}
