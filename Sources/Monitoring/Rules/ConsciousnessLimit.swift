package import SessionRecord

/// Consciousness (ACVPU) at a level or worse: P or U.
package struct ConsciousnessLimit: Hashable {
  package let level: Consciousness

  package init(_ level: Consciousness) { self.level = level }
}

extension ConsciousnessLimit {
  func verdict(on observation: Observation, margin: Int) -> Verdict? {
    guard let (quantity, isVerified) = observation.value(of: .consciousness) else { return nil }
    if level == .confused, observation.isConfusionExpected {
      return Verdict(
        .holds(insideByMargin: false),
        of: .sign(.consciousness),
        isVerified: isVerified
      )
    }
    return Verdict(quantity, isVerified: isVerified, against: broken, margin: margin)
  }

  /// A level is compared like a number; views show it by its letter.
  var broken: BrokenLimit {
    BrokenLimit(comparison: .atOrOver, numerator: Quantity(level).thousandths)
  }
}
