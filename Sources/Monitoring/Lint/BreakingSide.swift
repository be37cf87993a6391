import SessionRecord

extension Comparison {
  /// The mildest value on a grid of steps that breaks a limit: 181 for over 180 in whole units.
  func mildest(breaking limit: Int, step: Int) -> Int {
    let floor = limit >= 0 ? limit / step * step : -((-limit + step - 1) / step * step)
    let ceiling = floor == limit ? limit : floor + step
    return switch self {
    case .atOrOver: ceiling
    case .over: floor + step
    case .atOrUnder: floor
    case .under: ceiling - step
    }
  }

  /// Whether a value that breaks at *left* is worse than, or as bad as, one that breaks at *right*.
  func isAsBad(_ left: Int, as right: Int) -> Bool { isUpper ? left >= right : left <= right }

  /// Why no value from a range can break a limit; nil where one can.
  func unreachable(
    _ limit: Int,
    in possible: ClosedRange<Int>,
    step: Int,
    _ what: String,
    _ written: (Int) -> String
  ) -> String? {
    let mildest = mildest(breaking: limit, step: step)
    if isUpper, mildest > possible.upperBound {
      return "the highest \(what) that there can be is \(written(possible.upperBound))"
    }
    if !isUpper, mildest < possible.lowerBound {
      return "the lowest \(what) that there can be is \(written(possible.lowerBound))"
    }
    return nil
  }
}

extension VitalSign {
  /// The grid of its values, in thousandths: whole units, or any where a decimal may be typed.
  var step: Int { takesDecimal ? 1 : 1_000 }

  func writtenValue(_ thousandths: Int) -> String {
    self == .consciousness
      ? Consciousness(rawValue: thousandths / 1_000)?.letter ?? decimal(thousandths)
      : decimal(thousandths) + unitSuffix
  }
}
