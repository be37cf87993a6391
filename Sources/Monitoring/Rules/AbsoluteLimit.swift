package import SessionRecord

/// A value at or beyond a limit: systolic at or over 180, MOAA/S at or under 2.
package struct AbsoluteLimit: Hashable {
  package let sign: VitalSign
  package let comparison: Comparison
  /// Thousandths of the sign's unit.
  package let limit: Int

  package init(_ sign: VitalSign, _ comparison: Comparison, limit: Int) {
    self.sign = sign
    self.comparison = comparison
    self.limit = limit
  }
}

extension AbsoluteLimit {
  /// The limit as it is compared.
  var broken: BrokenLimit { BrokenLimit(comparison: comparison, numerator: limit) }

  func verdict(on observation: Observation, margin: Int) -> Verdict? {
    guard let (quantity, isVerified) = observation.value(of: sign) else { return nil }
    return Verdict(quantity, isVerified: isVerified, against: broken, margin: margin)
  }
}
