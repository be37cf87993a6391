package import SessionRecord

/// A rise (or a fall) by so much within so many minutes: systolic up by 30 within 10 minutes.
package struct RateOfChange: Hashable {
  package let sign: VitalSign
  /// At or over, or over, for a rise; at or under, or under, for a fall.
  package let comparison: Comparison
  /// Thousandths of the sign's unit; negative for a fall.
  package let change: Int
  package let withinMinutes: Int

  package init(_ sign: VitalSign, _ comparison: Comparison, by change: Int, withinMinutes: Int) {
    self.sign = sign
    self.comparison = comparison
    self.change = change
    self.withinMinutes = withinMinutes
  }
}

extension RateOfChange {
  var broken: BrokenLimit { BrokenLimit(comparison: comparison, numerator: change) }
}

/// The values of a sign that a rate still looks back to.
struct RecentValues {
  private var values: [(observed: Instant, thousandths: Int)] = []

  mutating func take(
    _ observation: Observation,
    by rate: RateOfChange,
    margin: Int
  ) -> Verdict? {
    guard let (quantity, isVerified) = observation.value(of: rate.sign) else { return nil }
    let value = quantity.thousandths
    let from = observation.observed - .minutes(rate.withinMinutes)
    values.removeAll { $0.observed < from }
    let before =
      rate.comparison.isUpper
      ? values.min { $0.thousandths < $1.thousandths }
      : values.max { $0.thousandths < $1.thousandths }
    values.append((observation.observed, value))
    let measure = Measure.rate(rate.sign)
    guard let before else {
      return Verdict(.holds(insideByMargin: true), of: measure, isVerified: isVerified)
    }
    let change = value - before.thousandths
    let limit = rate.broken
    return Verdict(
      limit.isBroken(by: change)
        ? .breaks(by: limit.excess(of: change))
        : .holds(insideByMargin: limit.isInside(change, by: margin)),
      of: measure,
      isVerified: isVerified,
      reckoned: Reckoned(change)
    )
  }
}
