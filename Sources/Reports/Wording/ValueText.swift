import SessionRecord

/// The one renderer of a value with its unit.
///
/// Values are stored exactly and shown as they were typed; where one was converted or computed, it is
/// shown to the decimals that keep it on its side of every limit, in whatever unit.
struct ValueText {
  let limits: Limits
  let units: DisplayUnits

  init(_ limits: Limits = .none, units: DisplayUnits = .asStored) {
    self.limits = limits
    self.units = units
  }

  /// The unit in which values of a sign are shown.
  func unit(of sign: VitalSign) -> ShownUnit { ShownUnit(sign, in: units) }

  /// The number alone, in the unit that is shown: `92`, `36.8`, `A`.
  func number(_ quantity: Quantity) -> String { number(quantity, in: unit(of: quantity.sign)) }

  private func number(_ quantity: Quantity, in unit: ShownUnit) -> String {
    if let level = quantity.level { return level.letter }
    let exact = ExactNumber(quantity.thousandths)
    let limits = limits[quantity.sign]
    if let tenths = unit.typed(quantity.entered),
      exact.isOnItsSide(ofAll: limits, as: ExactNumber(tenths * 100), in: unit.scale)
    {
      return decimal(tenths * 100)
    }
    let isConverted = quantity.entered != nil || !unit.isStored
    let text = exact.text(
      decimals: isConverted ? 1 : 3,
      fixed: isConverted,
      limits: limits,
      in: unit.scale
    )
    return quantity.sign == .rass && quantity.thousandths > 0 ? "+" + text : text
  }

  /// The number in the stored unit, whatever is shown.
  private func storedNumber(_ quantity: Quantity) -> String {
    number(quantity, in: ShownUnit(quantity.sign, in: .asStored))
  }

  /// For a table under a heading with the unit: `36.8`, and `98.2 (36.8)` where another than the stored
  /// one is shown; *mark* stands behind the number that is shown.
  func cell(_ quantity: Quantity, mark: String = "") -> String {
    let text = number(quantity) + mark
    guard !unit(of: quantity.sign).isStored else { return text }
    return text + "\u{A0}(\(storedNumber(quantity)))"
  }

  /// The number with its unit, and in brackets the other one of two: what was typed where that was
  /// another, or what is stored where another is shown: `36.8 °C (98.2 °F)`.
  func value(_ quantity: Quantity, mark: String = "") -> String {
    if let level = quantity.level { return level.letter + mark + ", " + level.name }
    let unit = unit(of: quantity.sign)
    let text = number(quantity, in: unit) + mark + unit.unbreaking
    guard unit.isStored else {
      return text + " (\(storedNumber(quantity))\(quantity.sign.unbreakingUnit))"
    }
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
    let unit = unit(of: sign)
    let number = limitNumber(limit, of: sign)
    var text = "\(limit.comparison.words)\u{A0}\(number)\(unit.unbreaking)"
    if !unit.isStored {
      let stored = ExactNumber(limit.numerator, over: limit.denominator).truncatedText
      text += " (\(stored)\(sign.unbreakingUnit))"
    }
    guard let baseline = limit.baseline else { return text }
    return unit.isStored
      ? text + " (baseline\u{A0}\(self.baseline(baseline, of: sign)))"
      : text + ", baseline\u{A0}\(baselineWithUnit(baseline, of: sign))"
  }

  /// The number of a limit alone, in the unit that is shown: `166.333…`, and `+3` on the RASS.
  func limitNumber(_ limit: BrokenLimit, of sign: VitalSign) -> String {
    let number = ExactNumber(limit.numerator, over: limit.denominator)
      .in(unit(of: sign).scale).truncatedText
    return sign == .rass && limit.numerator > 0 ? "+" + number : number
  }

  /// The number of a baseline alone: exact in the stored unit, from which limits are reckoned; in
  /// another as its values are shown there.
  func baseline(_ baseline: BaselineValue, of sign: VitalSign) -> String {
    let number = ExactNumber(baseline.sum, over: max(1, baseline.count))
    let unit = unit(of: sign)
    guard !unit.isStored else { return number.truncatedText }
    let limits = limits[sign]
    return number.typedText(in: unit.scale, limits: limits)
      ?? number.text(decimals: 1, fixed: true, limits: limits, in: unit.scale)
  }

  /// For a table under a heading with the unit: `98.2 (36.8)`, as *cell* has a value.
  func baselineCell(_ baseline: BaselineValue, of sign: VitalSign) -> String {
    let text = self.baseline(baseline, of: sign)
    guard !unit(of: sign).isStored else { return text }
    return text + "\u{A0}(\(storedBaseline(baseline)))"
  }

  /// With its unit, and the stored one where another is shown: `98.2 °F (36.778 °C)`.
  func baselineWithUnit(_ baseline: BaselineValue, of sign: VitalSign) -> String {
    let unit = unit(of: sign)
    let text = self.baseline(baseline, of: sign) + unit.unbreaking
    guard !unit.isStored else { return text }
    return text + " (\(storedBaseline(baseline))\(sign.unbreakingUnit))"
  }

  private func storedBaseline(_ baseline: BaselineValue) -> String {
    ExactNumber(baseline.sum, over: max(1, baseline.count)).truncatedText
  }

  /// How far a value is from its baseline, in the unit that is shown: `+42`, `−3`, `±0`.
  ///
  /// Exact in the stored unit; in another it is rounded to a tenth, but across no limit, each of which is
  /// as far from the baseline here as there.
  func change(_ quantity: Quantity, from baseline: BaselineValue) -> String {
    let count = max(1, baseline.count)
    let difference = quantity.thousandths * count - baseline.sum
    let sign = difference < 0 ? "−" : difference > 0 ? "+" : "±"
    let unit = unit(of: quantity.sign)
    guard !unit.isStored else {
      return sign + ExactNumber(abs(difference), over: count).truncatedText
    }
    let limits = limits[quantity.sign].map { limit in
      BrokenLimit(
        comparison: limit.comparison,
        numerator: limit.numerator * count - baseline.sum * limit.denominator,
        denominator: limit.denominator * count
      )
    }
    let text = ExactNumber(difference, over: count)
      .text(decimals: 1, fixed: true, limits: limits, in: unit.scale.ofDifferences)
    return sign + (text.hasPrefix("-") ? text.dropFirst() : text[...])
  }

  /// A rise or fall with its unit, as a limit of one says it: `1 °C`, `1.8 °F (1 °C)`.
  func difference(_ numerator: Int, over denominator: Int = 1, of sign: VitalSign) -> String {
    let unit = unit(of: sign)
    let stored = ExactNumber(numerator, over: denominator).truncatedText + sign.unbreakingUnit
    guard !unit.isStored else { return stored }
    return differenceNumber(numerator, over: denominator, of: sign)
      + "\(unit.unbreaking) (\(stored))"
  }

  /// The number of it alone, in the unit that is shown.
  func differenceNumber(_ numerator: Int, over denominator: Int = 1, of sign: VitalSign) -> String {
    let scale = unit(of: sign).scale.ofDifferences
    return ExactNumber(numerator, over: denominator).in(scale).truncatedText
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
