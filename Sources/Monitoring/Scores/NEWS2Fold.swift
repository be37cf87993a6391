package import SessionRecord

/// NEWS2 as it is at one set: what is known by then of each parameter.
package struct NEWS2Set: Hashable {
  package let score: NEWS2
  /// Every value that was used is verified.
  package let isVerified: Bool
  /// The parameters of which the set itself has a usable value, as bits at their numbers; and those of
  /// them that are verified.
  let own: UInt8
  let verified: UInt8
}

/// The last usable value of each NEWS2 parameter, from set to set in observed order.
package struct NEWS2Fold {
  private struct Known {
    let observed: Instant
    let thousandths: Int
    let isVerified: Bool
  }

  private let within: TimeSpan
  private let scale: SpO2Scale
  private var known: InlineArray<7, Known?> = .init(repeating: nil)
  private var isConfusionExpected = false

  /// A value counts for as long as *within*, its end included.
  package init(within: TimeSpan, scale: SpO2Scale) {
    self.within = within
    self.scale = scale
  }

  /// NEWS2 at a set; nil where it has no usable value of any parameter.
  ///
  /// *Verified* is whether a later entry verified the set as it stands.
  package mutating func take(
    _ vitals: Vitals,
    observed: Instant,
    isVerified: Bool
  ) -> NEWS2Set? {
    take(vitals, observed: observed, isVerified: isVerified) { vitals.readings[$0] }
  }

  /// The same with another way to the readings of the set.
  mutating func take(
    _ vitals: Vitals,
    observed: Instant,
    isVerified: Bool,
    reading: (VitalSign) -> Reading?
  ) -> NEWS2Set? {
    var own: UInt8 = 0
    var verified: UInt8 = 0
    for parameter in NEWS2.Parameter.allCases {
      let value: Known
      switch reading(parameter.sign) {
      case .measured(let quantity, let isExpected)?:
        value = Known(
          observed: observed,
          thousandths: quantity.thousandths,
          isVerified: isExpected || isVerified
        )
        if parameter == .consciousness { isConfusionExpected = vitals.isConfusionExpected }
      case .roomAir?: value = Known(observed: observed, thousandths: 0, isVerified: true)
      case .notObtained?, .notUsable?, .unrecordable?, nil: continue
      }
      known[parameter.rawValue] = value
      own |= 1 << UInt8(parameter.rawValue)
      if value.isVerified { verified |= 1 << UInt8(parameter.rawValue) }
    }
    return own == 0 ? nil : set(at: observed, own, verified)
  }

  private func set(at observed: Instant, _ own: UInt8, _ ownVerified: UInt8) -> NEWS2Set {
    let from = observed - within
    func value(_ parameter: NEWS2.Parameter) -> Known? {
      known[parameter.rawValue].flatMap { $0.observed >= from ? $0 : nil }
    }
    let onOxygen = value(.oxygen).map { $0.thousandths > 0 }
    var score = NEWS2(isConfusionExpected: isConfusionExpected && value(.consciousness) != nil)
    var isVerified = true
    for parameter in NEWS2.Parameter.allCases {
      guard let value = value(parameter),
        let points = parameter.points(value.thousandths, scale: scale, onOxygen: onOxygen)
      else { continue }
      score.score(points, of: parameter)
      isVerified = isVerified && value.isVerified
    }
    return NEWS2Set(score: score, isVerified: isVerified, own: own, verified: ownVerified)
  }
}
