import SessionRecord

/// The one renderer of a value with its unit.
///
/// Values are stored exactly and shown as they were typed; where one was converted or computed, it is
/// shown to the decimals that keep it on its side of every limit.
struct ValueText {
  let limits: Limits

  init(_ limits: Limits = .none) { self.limits = limits }

  /// The number alone: `92`, `36.8`, `A`.
  func number(_ quantity: Quantity) -> String {
    if let level = quantity.level { return level.letter }
    let exact = ExactNumber(quantity.thousandths)
    let isConverted = quantity.entered != nil
    let text = exact.text(
      decimals: isConverted ? 1 : 3,
      fixed: isConverted,
      limits: limits[quantity.sign]
    )
    return quantity.sign == .rass && quantity.thousandths > 0 ? "+" + text : text
  }

  /// The number with its unit, and what was typed where that was another: `36.8 °C (98.2 °F)`.
  func value(_ quantity: Quantity, mark: String = "") -> String {
    if let level = quantity.level { return level.letter + mark + ", " + level.name }
    let text = number(quantity) + mark + quantity.sign.unbreakingUnit
    return switch quantity.entered {
    case nil: text
    case .fahrenheit(let tenths)?: text + " (\(decimal(tenths * 100))\u{A0}°F)"
    case .pounds(let tenths)?: text + " (\(decimal(tenths * 100))\u{A0}lb)"
    }
  }

  /// The mean pressure of a pair, systolic + 2 × diastolic over three, to whole mmHg.
  func mean(timesThree: Int) -> String {
    ExactNumber(timesThree, over: 3).text(decimals: 0, limits: limits.ofMean)
  }

  /// A limit as a sentence says it: `at or over 166 mmHg (baseline 126)`.
  func limit(_ limit: BrokenLimit, of sign: VitalSign) -> String {
    if sign == .consciousness,
      let level = Consciousness(rawValue: limit.numerator / (limit.denominator * 1_000))
    {
      return "\(level.letter) or deeper"
    }
    let number = limitNumber(limit, of: sign)
    let text = "\(limit.comparison.words)\u{A0}\(number)\(sign.unbreakingUnit)"
    guard let baseline = limit.baseline else { return text }
    return text + " (baseline\u{A0}\(self.baseline(baseline)))"
  }

  /// The number of a limit alone: `166.333…`, and `+3` on the RASS.
  func limitNumber(_ limit: BrokenLimit, of sign: VitalSign) -> String {
    let number = ExactNumber(limit.numerator, over: limit.denominator).truncatedText
    return sign == .rass && limit.numerator > 0 ? "+" + number : number
  }

  func baseline(_ baseline: BaselineValue) -> String {
    ExactNumber(baseline.sum, over: max(1, baseline.count)).truncatedText
  }
}

extension Comparison {
  /// As a limit is said: `at or over`.
  var words: String {
    switch self {
    case .atOrOver: "at or over"
    case .over: "over"
    case .atOrUnder: "at or under"
    case .under: "under"
    }
  }
}
