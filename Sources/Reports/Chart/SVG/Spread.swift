/// Marks of one width moved apart, in their order and as near to where they belong as that allows.
enum Spread {
  /// The middles, between *least* and *most*; beyond *most* only where there are too many.
  static func apart(
    _ wanted: [Double],
    step: Double,
    least: Double,
    most: Double
  ) -> [Double] {
    // Those that touch lie around the middle of where they belong.
    var groups: [(sum: Double, count: Int)] = []
    for (place, x) in wanted.enumerated() {
      groups.append((x - Double(place) * step, 1))
      while groups.count > 1 {
        let last = groups[groups.count - 1]
        let before = groups[groups.count - 2]
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        groups.removeLast(2)
        groups.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let shift = groups.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
    let end = most - Double(max(0, wanted.count - 1)) * step
    return shift.enumerated().map { place, value in
      min(max(value, least), max(least, end)) + Double(place) * step
    }
  }

  /// The same in the fewest rows in which no mark is further than *tolerance* from where it
  /// belongs; then each in the first row that has room.
  static func rows(
    _ wanted: [Double],
    step: Double,
    tolerance: Double,
    least: Double,
    most: Double
  ) -> [(x: Double, row: Int)] {
    guard !wanted.isEmpty else { return [] }
    let fitting = max(1, Int((most - least) / step))
    var count = (wanted.count + fitting - 1) / fitting
    var places = spread(wanted, count, step, least, most)
    while count < 8, zip(wanted, places).contains(where: { abs($0 - $1) > tolerance }) {
      count += 1
      places = spread(wanted, count, step, least, most)
    }
    var taken: [[Double]] = []
    var rows = Array(repeating: 0, count: wanted.count)
    for place in places.indices.sorted(by: { (places[$0], $0) < (places[$1], $1) }) {
      let x = places[place]
      let row =
        taken.firstIndex { !$0.contains { abs($0 - x) < step - 0.001 } } ?? taken.count
      if row == taken.count { taken.append([]) }
      taken[row].append(x)
      rows[place] = row
    }
    return Array(zip(places, rows)).map { (x: $0, row: $1) }
  }

  private static func spread(
    _ wanted: [Double],
    _ count: Int,
    _ step: Double,
    _ least: Double,
    _ most: Double
  ) -> [Double] {
    var places = wanted
    for row in 0..<count {
      let own = wanted.indices.filter { $0 % count == row }
      let apart = apart(own.map { wanted[$0] }, step: step, least: least, most: most)
      for (place, x) in zip(own, apart) { places[place] = x }
    }
    return places
  }
}
