import SessionRecord

/// A reckoned value of a flag in words, never on the other side of its limit.
struct ReckonedText {
  private let reckoned: Reckoned
  private let measure: Measure
  private let limits: [BrokenLimit]
  private let values: ValueText

  init(_ reckoned: Reckoned, of flag: Flag, values: ValueText) {
    self.reckoned = reckoned
    measure = flag.measure
    self.values = values
    let own = flag.limit.map { [$0] } ?? []
    limits =
      switch flag.measure {
      case .derived(.meanPressure): own + values.limits.ofMean
      case .derived(let sign): own + values.limits[sign]
      case .sign, .rate, .effect, .scale, .news2, .rule, .unverified, .group, .session: own
      }
  }

  /// The number alone, to the decimals that views show.
  var number: String { number(reckoned.numerator, limits) }

  /// With its unit: `63 mmHg`, `up 34 mmHg`, `0.95`.
  var text: String {
    switch measure {
    case .derived(let sign): number + ReckonedText.suffix(sign)
    case .rate(let sign):
      // The amount is judged the other way round where it is a fall.
      (reckoned.numerator < 0 ? "down " : "up ") + rate(of: sign)
    case .sign, .effect, .scale, .news2, .rule, .unverified, .group, .session: number
    }
  }

  private func rate(of sign: VitalSign) -> String {
    let size = abs(reckoned.numerator)
    guard values.unit(of: sign).isStored else {
      return values.difference(size, over: reckoned.denominator, of: sign)
    }
    return number(size, []) + sign.unbreakingUnit
  }

  private func number(_ numerator: Int, _ limits: [BrokenLimit]) -> String {
    ExactNumber(numerator, over: reckoned.denominator).text(decimals: decimals, limits: limits)
  }

  private var decimals: Int {
    switch measure {
    case .derived(.meanPressure): 0
    case .derived(.shockIndex): 2
    case .derived(.pulsePressure), .sign, .rate, .effect, .scale, .news2, .rule, .unverified,
      .group, .session:
      3
    }
  }

  static func suffix(_ sign: DerivedSign) -> String {
    sign.unit.isEmpty ? "" : "\u{A0}\(sign.unit)"
  }
}

extension Measure {
  /// The unit of its values in files; nil where they are none, or have none.
  var unit: String? {
    switch self {
    case .sign(let sign), .rate(let sign): sign.unit
    case .derived(let sign): sign.unit
    case .scale, .news2: ""
    case .effect, .rule, .unverified, .group, .session: nil
    }
  }
}
