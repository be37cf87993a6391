/// Rows in which things stand side by side and never on each other.
struct Rows {
  private var taken: [[ClosedRange<Double>]] = []
  private let margin: Double

  init(margin: Double = 2) { self.margin = margin }

  var count: Int { taken.count }

  /// The first row that has room from *left* to *right*, which is then taken.
  mutating func place(_ left: Double, _ right: Double) -> Int {
    let range = (left - margin)...max(left - margin, right + margin)
    for row in taken.indices where !taken[row].contains(where: { overlap($0, range) }) {
      taken[row].append(left...max(left, right))
      return row
    }
    taken.append([left...max(left, right)])
    return taken.count - 1
  }

  /// Whether a row that is there has room.
  func hasRoom(_ left: Double, _ right: Double, in row: Int) -> Bool {
    guard taken.indices.contains(row) else { return true }
    let range = (left - margin)...max(left - margin, right + margin)
    return !taken[row].contains { overlap($0, range) }
  }

  private func overlap(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> Bool {
    one.lowerBound < other.upperBound && other.lowerBound < one.upperBound
  }
}
