/// A value's way across a limit, in steps of its sign: the mildest that breaks it, and its neighbours.
///
/// What is compared is a fraction of the value, `(factor × value + added) / divisor`, so that a derived
/// value or a percentage of a baseline is never rounded.
struct VectorLine {
  let comparison: String
  /// Thousandths.
  let limit: Int
  let margin: Int
  let step: Int
  let possible: ClosedRange<Int>
  var added = 0
  var divisor = 1

  var isUpper: Bool { comparison == "at-or-over" || comparison == "over" }

  func breaks(_ value: Int) -> Bool {
    let distance = value + added - limit * divisor
    return switch comparison {
    case "at-or-over": distance >= 0
    case "over": distance > 0
    case "at-or-under": distance <= 0
    default: distance < 0
    }
  }

  func isInsideByMargin(_ value: Int) -> Bool {
    let distance = value + added - limit * divisor
    let least = margin * divisor
    return !breaks(value) && (isUpper ? distance <= -least : distance >= least)
  }

  /// The mildest value that breaks.
  var edge: Int? { (isUpper ? values : values.reversed()).first(where: breaks) }
  /// The worst value that does not.
  var inside: Int? { (isUpper ? values.reversed() : values).first { !breaks($0) } }
  /// One step worse than the edge.
  var beyond: Int? { edge.map { isUpper ? $0 + step : $0 - step }.flatMap(possibleOnly) }
  /// The worst value that is inside by the margin.
  var safe: Int? { (isUpper ? values.reversed() : values).first(where: isInsideByMargin) }
  /// The mildest value that neither breaks nor is inside by the margin.
  var near: Int? {
    (isUpper ? values : values.reversed()).first { !breaks($0) && !isInsideByMargin($0) }
  }

  private var values: [Int] {
    Array(stride(from: possible.lowerBound, through: possible.upperBound, by: step))
  }

  private func possibleOnly(_ value: Int) -> Int? { possible.contains(value) ? value : nil }
}
