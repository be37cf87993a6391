import SessionRecord

/// An exact value in thousandths of its unit, as a fraction: a mean pressure is a third of a sum.
struct ExactNumber {
  private let numerator: Int128
  private let denominator: Int128

  init(_ thousandths: Int, over denominator: Int = 1) {
    numerator = Int128(thousandths)
    self.denominator = Int128(max(1, denominator))
  }

  /// To the fewest decimals, *most* unless a limit asks for more, at which it stands on the same side
  /// of every limit as it does exactly; without trailing zeros unless *fixed*.
  func text(decimals most: Int, fixed: Bool = false, limits: [BrokenLimit] = []) -> String {
    for decimals in 0...12 {
      let scale = ExactNumber.power(decimals)
      let isExact = (numerator * scale).isMultiple(of: denominator * 1_000)
      guard decimals >= most || (isExact && !fixed) else { continue }
      let rounded = nearest(scale)
      let isOnItsSide = limits.allSatisfy {
        ExactNumber.breaks($0, numerator, denominator)
          == ExactNumber.breaks($0, rounded * 1_000, scale)
      }
      if isOnItsSide { return ExactNumber.text(rounded, decimals: decimals) }
    }
    // Closer to a limit than twelve decimals tell: said as the fraction that it is.
    return fraction
  }

  /// All of its decimals, or the fraction that it is where they do not end.
  var exactOrFraction: String { exactText ?? fraction }

  private var fraction: String { "\(numerator)/\(denominator * 1_000)" }

  /// All of its decimals; nil where they do not end at the third.
  var exactText: String? {
    numerator.isMultiple(of: denominator) ? text(decimals: 3) : nil
  }

  /// All of its decimals, or three and `…` where there are more.
  var truncatedText: String {
    if let exactText { return exactText }
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
