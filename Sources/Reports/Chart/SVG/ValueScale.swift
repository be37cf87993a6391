import SessionRecord

/// The height of a value in a panel, which is never on the other side of a limit than the value.
///
/// Values and limits are compared as whole numbers. A value that would come closer to the line of a
/// limit than can be seen, or lie on it, is moved off to its own side; lines that are too close for
/// a value between them are moved apart.
struct ValueScale {
  /// What is drawn above which line: the value itself belongs above where the limit says so.
  private struct Edge {
    let limit: BrokenLimit
    /// `at or over`, `under`: a value that is the limit lies above the line.
    var takesEqual: Bool { limit.comparison == .atOrOver || limit.comparison == .under }
    var y = 0.0

    func isBelow(_ thousandths: Int) -> Bool {
      let value = Int128(thousandths) * Int128(limit.denominator)
      let edge = Int128(limit.numerator)
      return takesEqual ? value >= edge : value > edge
    }

    func comesBefore(_ other: Edge) -> Bool {
      if limit.isLess(than: other.limit) { return true }
      if other.limit.isLess(than: limit) { return false }
      return takesEqual && !other.takesEqual
    }
  }

  /// A value keeps at least this from the line of a limit, a little over a point of paper's.
  static let distance = 1.2

  let low: Int
  let high: Int
  let top: Double
  let bottom: Double
  /// From the lowest to the highest.
  private var edges: [Edge] = []

  /// From *low* at *bottom* to *high* at *top*, in thousandths, for one sign with its limits.
  init(low: Int, high: Int, top: Double, bottom: Double, limits: [BrokenLimit]) {
    self.low = low
    self.high = high
    self.top = top
    self.bottom = bottom
    edges = limits.map { Edge(limit: $0) }.sorted { $0.comesBefore($1) }
    var below: Double?
    for place in edges.indices {
      let limit = edges[place].limit
      let natural = height(of: Double(limit.numerator) / Double(limit.denominator))
      edges[place].y = below.map { min(natural, $0 - 2 * ValueScale.distance) } ?? natural
      below = edges[place].y
    }
  }

  private func height(of thousandths: Double) -> Double {
    bottom - (thousandths - Double(low)) / Double(high - low) * (bottom - top)
  }

  /// Of a line of the grid.
  func gridLine(_ thousandths: Int) -> Double { height(of: Double(thousandths)) }

  /// Of a value, on its own side of every limit.
  func y(_ thousandths: Int) -> Double {
    var y = height(of: Double(thousandths))
    if let below = edges.last(where: { $0.isBelow(thousandths) }) {
      y = min(y, below.y - ValueScale.distance)
    }
    if let above = edges.first(where: { !$0.isBelow(thousandths) }) {
      y = max(y, above.y + ValueScale.distance)
    }
    return y
  }

  /// Of the line of a limit; nil where it is none of this scale.
  func y(of limit: BrokenLimit) -> Double? { edges.first { $0.limit == limit }?.y }
}
