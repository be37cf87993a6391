import Monitoring
import SessionRecord

/// Which row of a chart a pressure or a heart rate stands in: ten to a row, cut at every drawn limit.
///
/// A limit's line is in the row of the values just beyond it, so that what is on the line or past it has
/// broken it and nothing else has: 98 is not on the line of 100, 164 is not under that of 160. Where
/// several limits cut one row, it becomes several.
struct PressureScale {
  /// From bottom to top.
  struct Row {
    /// In mmHg, a multiple of 20; nil for the rows between.
    let label: Int?
    /// The limits whose line it has.
    let limits: [ChartLimit]
  }

  let rows: [Row]
  /// Whether a row had to be cut, so that rows are not all of ten.
  let isCut: Bool
  /// Between one row and the next, ascending.
  private let boundaries: [RowBoundary]

  /// For these values, in thousandths, and limits; from 40 to 180, and further by twenties.
  init(_ values: [Int], _ limits: [ChartLimit]) {
    let natural = PressureScale.natural(values, limits)
    var lines = PressureScale.lines(limits)
    var pieces: [Piece] = []
    for row in natural {
      let bottom = RowBoundary.under(row)
      let top = RowBoundary.under(row + 1)
      let inside = lines.filter { bottom < $0.boundary && $0.boundary < top }
      let edges = [bottom] + inside.map(\.boundary)
      for (place, edge) in edges.enumerated() {
        let hasLineBelow = place > 0 && inside[place - 1].above.isEmpty == false
        let hasLineAbove = place < inside.count && inside[place].below.isEmpty == false
        // A piece without a line at the edge of a cut row joins the row beside it.
        let isLoose = !inside.isEmpty && !hasLineBelow && !hasLineAbove
        pieces.append(
          Piece(
            row: row,
            bottom: edge,
            joinsBelow: isLoose && place == 0,
            joinsAbove: isLoose && place == inside.count
          )
        )
      }
    }
    let fixed = Set(lines.map(\.boundary))
    var kept: [RowBoundary] = []
    var homes: [[Int]] = [[]]
    for (place, piece) in pieces.enumerated() {
      if place > 0 {
        let isJoined = piece.joinsBelow || pieces[place - 1].joinsAbove
        if !isJoined || fixed.contains(piece.bottom) {
          kept.append(piece.bottom)
          homes.append([])
        }
      }
      if !piece.joinsBelow, !piece.joinsAbove { homes[homes.count - 1].append(piece.row) }
    }
    boundaries = kept
    lines.removeAll { !kept.contains($0.boundary) }
    isCut = homes.count > natural.count
    rows = PressureScale.rows(homes, kept, lines)
  }

  /// The row of a value in thousandths, from the bottom.
  func row(of thousandths: Int) -> Int {
    // The boundaries ascend, so those that it is above come first.
    boundaries.firstIndex { !$0.isBelow(thousandths) } ?? boundaries.count
  }

  private struct Piece {
    /// The tens that it is of.
    let row: Int
    let bottom: RowBoundary
    let joinsBelow: Bool
    let joinsAbove: Bool
  }

  /// A boundary with the limits whose lines are in the row above it, and in that below.
  private struct Lines {
    let boundary: RowBoundary
    var above: [ChartLimit] = []
    var below: [ChartLimit] = []
  }

  private static func lines(_ limits: [ChartLimit]) -> [Lines] {
    var lines: [Lines] = []
    for limit in limits {
      let boundary = RowBoundary(limit.limit)
      let place = lines.firstIndex { $0.boundary == boundary } ?? lines.count
      if place == lines.count { lines.append(Lines(boundary: boundary)) }
      if limit.limit.comparison.isUpper {
        lines[place].above.append(limit)
      } else {
        lines[place].below.append(limit)
      }
    }
    return lines.sorted { $0.boundary < $1.boundary }
  }

  /// The tens from which to which the rows go, both even.
  private static func natural(_ values: [Int], _ limits: [ChartLimit]) -> ClosedRange<Int> {
    let tens = values.map { RowBoundary.tens($0, 1) }
    let edges = limits.flatMap { line in
      let own = RowBoundary.tens(line.limit.numerator, line.limit.denominator)
      return [own - 1, own + 1]
    }
    let all = tens + edges
    let low = min(4, all.min() ?? 4)
    let high = max(18, all.max() ?? 18)
    return (low - (low % 2 == 0 ? 0 : 1))...(high + (high % 2 == 0 ? 0 : 1))
  }

  private static func rows(
    _ homes: [[Int]],
    _ kept: [RowBoundary],
    _ lines: [Lines]
  ) -> [Row] {
    var limits: [[ChartLimit]] = homes.map { _ in [] }
    for line in lines {
      guard let place = kept.firstIndex(of: line.boundary) else { continue }
      limits[place] += line.below
      limits[place + 1] += line.above
    }
    var labelled: Set<Int> = []
    // Of tens that were cut, the row with the value itself has the label, else the lowest.
    var labels: [Int: Int] = [:]
    for (place, tens) in homes.enumerated() {
      for ten in tens where ten % 2 == 0 {
        let centre = kept.firstIndex { !$0.isBelow(ten * 10_000) } ?? kept.count
        guard !labelled.contains(ten) || centre == place else { continue }
        labelled.insert(ten)
        labels[ten] = place
      }
    }
    let byRow = Dictionary(labels.map { ($0.value, $0.key) }, uniquingKeysWith: max)
    return homes.indices.map { Row(label: byRow[$0].map { $0 * 10 }, limits: limits[$0]) }
  }
}

/// Where one row ends and the next begins, exactly.
struct RowBoundary: Hashable, Comparable {
  private let numerator: Int
  private let denominator: Int
  /// Whether a value that is equal to it is in the row above.
  private let takesEqual: Bool

  /// What breaks the limit on one side, what does not on the other.
  init(_ limit: BrokenLimit) {
    let common = RowBoundary.divisor(limit.numerator, limit.denominator)
    numerator = limit.numerator / common
    denominator = limit.denominator / common
    takesEqual =
      switch limit.comparison {
      case .atOrOver, .under: true
      case .over, .atOrUnder: false
      }
  }

  private init(thousandths: Int) {
    numerator = thousandths
    denominator = 1
    takesEqual = true
  }

  /// Under the row of so many tens.
  static func under(_ tens: Int) -> RowBoundary {
    RowBoundary(thousandths: tens * 10_000 - 5_000)
  }

  /// The tens of a value's own row.
  static func tens(_ numerator: Int, _ denominator: Int) -> Int {
    let sum = Int128(numerator) + Int128(5_000) * Int128(denominator)
    let size = Int128(10_000) * Int128(denominator)
    let whole = sum / size
    return Int(clamping: sum < 0 && whole * size != sum ? whole - 1 : whole)
  }

  func isBelow(_ thousandths: Int) -> Bool {
    let value = Int128(thousandths) * Int128(denominator)
    return takesEqual ? value >= Int128(numerator) : value > Int128(numerator)
  }

  static func < (left: RowBoundary, right: RowBoundary) -> Bool {
    let own = Int128(left.numerator) * Int128(right.denominator)
    let other = Int128(right.numerator) * Int128(left.denominator)
    return own == other ? left.takesEqual && !right.takesEqual : own < other
  }

  private static func divisor(_ first: Int, _ second: Int) -> Int {
    var (larger, smaller) = (abs(first), abs(second))
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(1, larger)
  }
}
