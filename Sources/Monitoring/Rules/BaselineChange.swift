package import SessionRecord

/// A value that has moved from this patient's baseline: systolic at or over baseline + 40.
///
/// Speaks only of readings observed after time zero (`first-reading`: after the baseline reading),
/// and not at all without a baseline.
package struct BaselineChange: Hashable {
  package enum Size: Hashable {
    /// Thousandths of the sign's unit, added to the baseline; negative for a fall.
    case absolute(Int)
    /// Thousandths of a percent of the baseline; negative for a fall.
    case percent(Int)
  }

  package let sign: VitalSign
  package let comparison: Comparison
  package let size: Size

  package init(_ sign: VitalSign, _ comparison: Comparison, _ size: Size) {
    self.sign = sign
    self.comparison = comparison
    self.size = size
  }
}

extension BaselineChange {
  /// The limit for a patient with this baseline; exact, also where the baseline is a mean.
  package func limit(from baseline: BaselineValue) -> BrokenLimit {
    switch size {
    case .absolute(let change):
      BrokenLimit(
        comparison: comparison,
        numerator: baseline.sum + change * baseline.count,
        denominator: baseline.count,
        baseline: baseline
      )
    case .percent(let percent):
      BrokenLimit(
        comparison: comparison,
        numerator: baseline.sum * (BaselineChange.whole + percent),
        denominator: baseline.count * BaselineChange.whole,
        baseline: baseline
      )
    }
  }

  func verdict(
    on observation: Observation,
    from baseline: SessionBaseline,
    margin: Int
  ) -> Verdict? {
    guard let (quantity, isVerified) = observation.value(of: sign),
      let own = baseline.baseline(of: sign, for: observation)
    else { return nil }
    return Verdict(
      quantity,
      isVerified: isVerified,
      against: limit(from: own.value),
      margin: margin
    )
  }

  /// A hundred percent, in thousandths.
  private static let whole = 100_000
}
