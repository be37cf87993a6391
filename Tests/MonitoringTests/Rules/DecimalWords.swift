/// A decimal number as digits, compared and moved digit by digit: an arithmetic apart from the
/// engine's, to hold its vectors against.
struct DecimalWords: Comparable {
  let isNegative: Bool
  /// Digits before the point and three after it, most significant first.
  let digits: [Int]

  init(_ text: String) {
    isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    var digits = parts[0].compactMap(\.wholeNumberValue)
    let decimals = parts.count > 1 ? parts[1].compactMap(\.wholeNumberValue) : []
    digits += decimals + Array(repeating: 0, count: 3 - decimals.count)
    self.digits = Array(repeating: 0, count: max(0, 12 - digits.count)) + digits
  }

  static func == (left: DecimalWords, right: DecimalWords) -> Bool {
    left.digits == right.digits
      && (left.isNegative == right.isNegative || left.digits.allSatisfy { $0 == 0 })
  }

  static func < (left: DecimalWords, right: DecimalWords) -> Bool {
    if left == right { return false }
    if left.isNegative != right.isNegative { return left.isNegative }
    let isSmaller = left.digits.lexicographicallyPrecedes(right.digits)
    return left.isNegative ? !isSmaller : isSmaller
  }

  var thousandths: Int {
    let size = digits.reduce(0) { $0 * 10 + $1 }
    return isNegative ? -size : size
  }

  /// Whether this value breaks a limit, by the words of the comparison.
  func breaks(_ limit: DecimalWords, _ comparison: String) -> Bool {
    switch comparison {
    case "at-or-over": self > limit || self == limit
    case "over": self > limit
    case "at-or-under": self < limit || self == limit
    default: self < limit
    }
  }
}
