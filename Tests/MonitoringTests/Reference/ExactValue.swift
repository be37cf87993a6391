import Monitoring
import SessionRecord

/// Thousandths over a denominator, so that nothing that is reckoned and compared is rounded.
struct ExactValue: Comparable {
  let numerator: Int
  let denominator: Int

  init(_ numerator: Int, over denominator: Int = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static func < (left: ExactValue, right: ExactValue) -> Bool {
    left.times(right.denominator) < right.times(left.denominator)
  }

  static func == (left: ExactValue, right: ExactValue) -> Bool {
    left.times(right.denominator) == right.times(left.denominator)
  }

  /// Wide enough for a mean of many readings times a percentage.
  private func times(_ factor: Int) -> Int128 { Int128(numerator) * Int128(factor) }

  var reckoned: Reckoned { Reckoned(numerator, over: denominator) }

  /// How far it is beyond a limit.
  func beyond(_ limit: BrokenLimit) -> ExactValue {
    let distance = numerator * limit.denominator - limit.numerator * denominator
    return ExactValue(
      limit.comparison.isUpper ? distance : -distance,
      over: denominator * limit.denominator
    )
  }

  func breaks(_ limit: BrokenLimit, _ mistake: Mistake?) -> Bool {
    let zero = ExactValue(0)
    let beyond = beyond(limit)
    switch limit.comparison {
    case .atOrOver, .atOrUnder:
      return mistake == .limitItselfIsInside ? beyond > zero : beyond >= zero
    case .over, .under: return beyond > zero
    }
  }

  /// Not breaking, and at least the margin away from the limit.
  func isInside(_ limit: BrokenLimit, by margin: Int, _ mistake: Mistake?) -> Bool {
    guard !breaks(limit, mistake) else { return false }
    let beyond = beyond(limit)
    let away = ExactValue(-beyond.numerator - margin * beyond.denominator)
    return away > ExactValue(0) || (away == ExactValue(0) && mistake != .marginExcludesItsEnd)
  }
}

/// A usable value as one rule sees it.
struct JudgedValue {
  let reading: BreakingReading
  let isVerified: Bool
  let breaks: Bool
  /// Not breaking, and at least the margin away from the limit.
  let isInside: Bool
  /// How far beyond the limit.
  let excess: ExactValue
  /// Whether it may open an episode: by its window and its run, where the rule has them.
  var opens: Bool

  init(
    _ reading: BreakingReading,
    isVerified: Bool,
    breaks: Bool,
    isInside: Bool,
    excess: ExactValue = ExactValue(0)
  ) {
    self.reading = reading
    self.isVerified = isVerified
    self.breaks = breaks
    self.isInside = isInside
    self.excess = excess
    opens = breaks
  }

  var at: Instant { reading.observed }
}

/// The values of one measure as a rule judges them, in observed order.
struct JudgedRow {
  let measure: Measure
  let limit: BrokenLimit?
  let values: [JudgedValue]
}
