package import SessionRecord

/// A value still so far over baseline at some time after the dose, and not lower than the one before it.
package struct NotFalling: Hashable {
  /// From when the minutes are counted.
  package enum Anchor: String, Hashable, CaseIterable {
    case start
    /// The end of the infusion, as far as the entries tell; without one the rule says nothing.
    case infusion
  }

  package let sign: VitalSign
  /// Thousandths of the sign's unit over baseline; positive.
  package let over: Int
  package let minutes: Int
  package let since: Anchor

  package init(_ sign: VitalSign, over: Int, minutes: Int, since: Anchor) {
    self.sign = sign
    self.over = over
    self.minutes = minutes
    self.since = since
  }
}

extension NotFalling {
  /// For a patient with this baseline.
  func limit(from baseline: BaselineValue) -> BrokenLimit {
    BrokenLimit(
      comparison: .atOrOver,
      numerator: baseline.sum + over * baseline.count,
      denominator: baseline.count,
      baseline: baseline
    )
  }

  /// *Before* is the value of the sign before this one.
  func verdict(
    on observation: Observation,
    after before: Int?,
    from baseline: SessionBaseline,
    margin: Int
  ) -> Verdict? {
    guard let (quantity, isVerified) = observation.value(of: sign),
      let own = baseline.baseline(of: sign, for: observation),
      let anchor = since == .start ? baseline.timeZero : baseline.infusionEnd,
      observation.observed >= anchor + .minutes(minutes)
    else { return nil }
    let value = quantity.thousandths
    let limit = limit(from: own.value)
    guard limit.isBroken(by: value) else {
      return Verdict(
        .holds(insideByMargin: limit.isInside(value, by: margin)),
        of: .sign(sign),
        isVerified: isVerified
      )
    }
    let isFalling = before.map { value < $0 } ?? true
    return Verdict(
      isFalling ? .holds(insideByMargin: false) : .breaks(by: limit.excess(of: value)),
      of: .sign(sign),
      isVerified: isVerified
    )
  }
}
