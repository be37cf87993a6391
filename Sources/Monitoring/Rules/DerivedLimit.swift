package import SessionRecord

/// A reckoned value at or beyond a limit: MAP under 65, shock index at or over 0.9.
///
/// Reckoned from the usable values of one entry; of the mean pressure a device's own is judged beside it.
package struct DerivedLimit: Hashable {
  package let sign: DerivedSign
  package let comparison: Comparison
  /// Thousandths of the sign's unit.
  package let limit: Int

  package init(_ sign: DerivedSign, _ comparison: Comparison, limit: Int) {
    self.sign = sign
    self.comparison = comparison
    self.limit = limit
  }
}

extension DerivedLimit {
  /// The limit as it is shown.
  var broken: BrokenLimit { BrokenLimit(comparison: comparison, numerator: limit) }

  func verdict(on observation: Observation, margin: Int) -> Verdict? {
    switch sign {
    case .meanPressure: mean(observation, margin)
    case .pulsePressure:
      observation.pair.map { pair in
        verdict(pair.systolic - pair.diastolic, over: 1, margin, isVerified: pair.isVerified)
      }
    case .shockIndex:
      if let rate = observation.value(of: .heartRate),
        let systolic = observation.value(of: .systolic)
      {
        verdict(
          rate.quantity.thousandths * 1_000,
          over: systolic.quantity.thousandths,
          margin,
          isVerified: rate.isVerified && systolic.isVerified
        )
      } else {
        nil
      }
    }
  }

  /// Of the reckoned mean and the device's own the one further beyond; inside only where both are.
  private func mean(_ observation: Observation, _ margin: Int) -> Verdict? {
    let reckoned = observation.pair.map { pair in
      verdict(pair.systolic + 2 * pair.diastolic, over: 3, margin, isVerified: pair.isVerified)
    }
    let given = observation.value(of: .meanArterial).map { value in
      verdict(value.quantity.thousandths, over: 1, margin, isVerified: value.isVerified)
    }
    guard let reckoned, let given else { return reckoned ?? given }
    let isVerified = reckoned.isVerified && given.isVerified
    func both(_ verdict: Verdict, _ outcome: Verdict.Outcome) -> Verdict {
      Verdict(
        outcome,
        of: verdict.measure,
        isVerified: isVerified,
        reckoned: verdict.reckoned
      )
    }
    switch (reckoned.outcome, given.outcome) {
    case (.breaks(let own), .breaks(let device)):
      return own >= device ? both(reckoned, reckoned.outcome) : both(given, given.outcome)
    case (.breaks, _): return both(reckoned, reckoned.outcome)
    case (_, .breaks): return both(given, given.outcome)
    case (.holds(let own), .holds(let device)):
      return both(reckoned, .holds(insideByMargin: own && device))
    default: return reckoned
    }
  }

  /// A fraction against the limit, exactly.
  private func verdict(
    _ numerator: Int,
    over denominator: Int,
    _ margin: Int,
    isVerified: Bool
  ) -> Verdict {
    let distance = numerator - limit * denominator
    let beyond = comparison.isUpper ? distance : -distance
    let breaks =
      switch comparison {
      case .atOrOver, .atOrUnder: beyond >= 0
      case .over, .under: beyond > 0
      }
    let outcome: Verdict.Outcome =
      breaks
      ? .breaks(by: beyond * DerivedLimit.fine / denominator)
      : .holds(insideByMargin: -beyond >= margin * denominator)
    return Verdict(
      outcome,
      of: .derived(sign),
      isVerified: isVerified,
      reckoned: Reckoned(numerator, over: denominator)
    )
  }

  /// Fine enough that two different fractions of possible values never come out equal.
  private static let fine = 1_000_000_000
}

extension Observation {
  /// A usable systolic with its diastolic, in thousandths.
  fileprivate var pair: (systolic: Int, diastolic: Int, isVerified: Bool)? {
    guard let systolic = value(of: .systolic), let diastolic = value(of: .diastolic) else {
      return nil
    }
    return (
      systolic.quantity.thousandths, diastolic.quantity.thousandths,
      systolic.isVerified && diastolic.isVerified
    )
  }
}
