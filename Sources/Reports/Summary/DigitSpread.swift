import SessionRecord

/// How evenly the last digits of a sign's readings are spread.
struct DigitSpread {
  let sign: VitalSign
  /// By digit from 0 to 9.
  let counts: [Int]

  init(_ sign: VitalSign, in digits: DigitCounts) {
    self.sign = sign
    counts = digits.ofSign(sign)
  }

  var readings: Int { counts.reduce(0, +) }

  /// Five of each digit at the least, as the test asks for.
  private static let fewest = 50

  /// What an even spread exceeds once in a thousand, with nine degrees of freedom, in thousandths.
  ///
  /// Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4.
  private static let onceInAThousand = 27_877

  /// Pearson's chi-square against an even spread, to one decimal; nil under fifty readings.
  var chiSquare: String? {
    readings < DigitSpread.fewest
      ? nil : ExactNumber(excess * 1_000, over: readings).text(decimals: 1, fixed: true)
  }

  /// More uneven than an even spread is once in a thousand; nil under fifty readings.
  var isUneven: Bool? {
    readings < DigitSpread.fewest
      ? nil : excess * 1_000 > DigitSpread.onceInAThousand * readings
  }

  /// Chi-square times the number of readings: ten times the sum of squares, less the square of the sum.
  private var excess: Int { 10 * counts.reduce(0) { $0 + $1 * $1 } - readings * readings }

  /// Which digit ends the readings, and whether chance alone would do it.
  var words: String {
    guard readings > 0 else { return "\(sign.name): no reading." }
    let zeros = "\(sign.name): 0 ends \(ShareText.of(counts[0], readings, "readings"))"
    guard let isUneven, let chiSquare else {
      return zeros + "; too few to say how even the digits are."
    }
    return zeros
      + (isUneven
        ? "; the ten digits are less even than chance alone makes them once in 1000"
        : "; the ten digits are no less even than chance can make them")
      + " (chi-square \(chiSquare), n = \(readings))."
  }
}
