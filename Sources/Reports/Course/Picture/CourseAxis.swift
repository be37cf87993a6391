import SessionRecord

/// Time from left to right over a course: to scale where that leaves room for every session, and wider where
/// sessions would lie on each other.
struct CourseAxis {
  static let left = 118.0
  static let right = 984.0
  private static let longestDay = 160.0

  /// What is placed, by time.
  private let anchors: [(at: Instant, x: Double)]
  /// Whether every length is to one scale.
  let isToScale: Bool

  /// *others* are scores and the like, which get no room of their own.
  init(sessions: [Instant], others: [Instant]) {
    let sessions = Array(Set(sessions)).sorted()
    guard let first = sessions.first, let last = sessions.last else {
      anchors = []
      isToScale = true
      return
    }
    let before = others.filter { $0 < first }.min()
    let after = others.filter { $0 > last }.max()
    let times = [before].compactMap(\.self) + sessions + [after].compactMap(\.self)
    let margin = 22.0
    let width = CourseAxis.right - CourseAxis.left - 2 * margin
    let gaps = zip(times, times.dropFirst()).map { Double(($1 - $0).milliseconds) }
    guard !gaps.isEmpty else {
      anchors = [(first, (CourseAxis.left + CourseAxis.right) / 2)]
      isToScale = true
      return
    }
    // Only sessions need room of their own.
    let room = min(36, width / Double(gaps.count))
    let isBetween = gaps.indices.map { place in
      (before == nil || place > 0) && (after == nil || place < gaps.count - 1)
    }
    let least = isBetween.map { $0 ? room : 0 }
    let scale = CourseAxis.scale(of: gaps, least: least, width: width)
    let lengths = zip(gaps, least).map { max($1, $0 * scale) }
    isToScale = zip(gaps, least).allSatisfy { $0 * scale >= $1 - 0.001 }
    // A course of a day or two does not take the whole width.
    let free = max(0, width - lengths.reduce(0, +))
    var x = CourseAxis.left + margin + free / 2
    var placed = [(at: times[0], x: x)]
    for (time, length) in zip(times.dropFirst(), lengths) {
      x += length
      placed.append((time, x))
    }
    anchors = placed
  }

  func x(_ instant: Instant) -> Double {
    guard let first = anchors.first, let last = anchors.last else { return CourseAxis.left }
    if instant <= first.at { return first.x }
    if instant >= last.at { return last.x }
    for (from, to) in zip(anchors, anchors.dropFirst()) where instant <= to.at {
      let share =
        Double((instant - from.at).milliseconds) / Double((to.at - from.at).milliseconds)
      return from.x + share * (to.x - from.x)
    }
    return last.x
  }

  /// How long a millisecond is drawn so that all fits, where none may be shorter than *least*.
  private static func scale(of gaps: [Double], least: [Double], width: Double) -> Double {
    var low = 0.0
    var high = min(width / max(1, gaps.max() ?? 1), longestDay / 86_400_000)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let sum = zip(gaps, least).reduce(0) { $0 + max($1.1, $1.0 * middle) }
      if sum > width { high = middle } else { low = middle }
    }
    return low
  }
}
