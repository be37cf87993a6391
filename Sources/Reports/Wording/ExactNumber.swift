import SessionRecord

/// An exact value in thousandths of its unit, as a fraction: a mean pressure is a third of a sum.
struct ExactNumber {
  private let numerator: Int128
  private let denominator: Int128

  init(_ thousandths: Int, over denominator: Int = 1) {
    self.init(Int128(thousandths), Int128(max(1, denominator)))
  }

  private init(_ numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// To the fewest decimals, *most* unless a limit asks for more, at which it stands on the same side
  /// of every limit as it does exactly; without trailing zeros unless *fixed*.
  ///
  /// In another unit it is what is shown there that is held against the limits, which are of the stored
  /// one.
  func text(
    decimals most: Int,
    fixed: Bool = false,
    limits: [BrokenLimit] = [],
    in unit: UnitScale = .stored
  ) -> String {
    let shown = self.in(unit)
    for decimals in 0...12 {
      let scale = ExactNumber.power(decimals)
      let isExact = (shown.numerator * scale).isMultiple(of: shown.denominator * 1_000)
      guard decimals >= most || (isExact && !fixed) else { continue }
      let rounded = shown.nearest(scale)
      if isOnItsSide(ofAll: limits, as: ExactNumber(rounded * 1_000, scale), in: unit) {
        return ExactNumber.text(rounded, decimals: decimals)
      }
    }
    // Closer to a limit than twelve decimals tell: said as the fraction that it is.
    return shown.fraction
  }

  /// Whether a number in another unit, which is shown for this one, stands where it does.
  func isOnItsSide(
    ofAll limits: [BrokenLimit],
    as shown: ExactNumber,
    in unit: UnitScale
  ) -> Bool {
    let meant = shown.from(unit)
    return limits.allSatisfy {
      ExactNumber.breaks($0, numerator, denominator)
        == ExactNumber.breaks($0, meant.numerator, meant.denominator)
    }
  }

  /// The same in another unit, exactly.
  func `in`(_ unit: UnitScale) -> ExactNumber {
    guard unit != .stored else { return self }
    let below = denominator * Int128(unit.divisor)
    return ExactNumber(
      numerator * Int128(unit.multiplier) + Int128(unit.offset) * below,
      below
    )
  }

  /// The same from another unit, exactly.
  private func from(_ unit: UnitScale) -> ExactNumber {
    guard unit != .stored else { return self }
    return ExactNumber(
      (numerator - Int128(unit.offset) * denominator) * Int128(unit.divisor),
      denominator * Int128(unit.multiplier)
    )
  }

  /// As it was typed in another unit: with no decimal or one, where that comes back to the same
  /// thousandth of the stored unit and stands on its side of every limit.
  func typedText(in unit: UnitScale, limits: [BrokenLimit]) -> String? {
    guard numerator.isMultiple(of: denominator) else { return nil }
    let shown = self.in(unit)
    for decimals in 0...1 {
      let scale = ExactNumber.power(decimals)
      let rounded = shown.nearest(scale)
      let number = ExactNumber(rounded * 1_000, scale)
      if number.from(unit).nearest(1_000) == numerator / denominator,
        isOnItsSide(ofAll: limits, as: number, in: unit)
      {
        return ExactNumber.text(rounded, decimals: decimals)
      }
    }
    return nil
  }

  /// All of its decimals, or the fraction that it is where they do not end.
  var exactOrFraction: String { exactText ?? fraction }

  private var fraction: String { "\(numerator)/\(denominator * 1_000)" }

  /// All of its decimals; nil where they do not end at the third.
  var exactText: String? {
    numerator.isMultiple(of: denominator) ? text(decimals: 3) : nil
  }

  /// All of its decimals, or three and `…` where there are more.
  ///
  /// A thousandth of a degree Celsius has a fourth in Fahrenheit, which is shown as well.
  var truncatedText: String {
    if let exactText { return exactText }
    if (numerator * 10).isMultiple(of: denominator) { return text(decimals: 4) }
    let size = numerator.magnitude / denominator.magnitude
    let sign = numerator < 0 ? "-" : ""
    return sign + ExactNumber.text(Int128(size), decimals: 3) + "…"
  }

  /// The nearest number of scale-ths, halves away from nought.
  private func nearest(_ scale: Int128) -> Int128 {
    let above = Int128(numerator.magnitude) * scale * 2
    let below = denominator * 1_000
    let size = (above + below) / (below * 2)
    return numerator < 0 ? -size : size
  }

  /// Whether numerator over denominator, in thousandths, breaks the limit.
  private static func breaks(
    _ limit: BrokenLimit,
    _ numerator: Int128,
    _ denominator: Int128
  ) -> Bool {
    let value = numerator * Int128(limit.denominator)
    let edge = Int128(limit.numerator) * denominator
    return switch limit.comparison {
    case .atOrOver: value >= edge
    case .over: value > edge
    case .atOrUnder: value <= edge
    case .under: value < edge
    }
  }

  private static func power(_ decimals: Int) -> Int128 {
    (0..<decimals).reduce(1) { power, _ in power * 10 }
  }

  private static func text(_ number: Int128, decimals: Int) -> String {
    let scale = power(decimals)
    let sign = number < 0 ? "-" : ""
    let size = Int128(number.magnitude)
    guard decimals > 0 else { return sign + String(size) }
    let fraction = String(size % scale)
    return sign + String(size / scale) + "."
      + String(repeating: "0", count: decimals - fraction.count) + fraction
  }
}
