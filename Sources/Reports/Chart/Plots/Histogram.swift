import SessionRecord

/// Counts by class as upright bars that touch: minutes to acknowledge, flags a session.
struct Histogram {
  struct Class {
    /// `0–1`, `10 and more`.
    let label: String
    let count: Int

    init(label: String, count: Int) {
      self.label = label
      self.count = count
    }
  }

  private let title: String
  private let unit: String
  private let classes: [Class]

  private static let width = 420.0
  private static let base = 96.0
  private static let tallest = 76.0

  /// The unit stands below the axis, in words.
  init(title: String, unit: String, classes: [Class]) {
    self.title = title
    self.unit = unit
    self.classes = classes
  }

  var markup: Markup {
    guard classes.contains(where: { $0.count > 0 }) else {
      return Plots.empty(width: Histogram.width, title: title)
    }
    return Plots.svg(
      drawing,
      width: Histogram.width,
      height: Histogram.base + (isSlanted ? 34 + 14 : 34),
      title: title,
      text: text
    )
  }

  /// Whether labels are too wide to stand side by side, and stand on two lines in turn.
  private var isSlanted: Bool {
    classes.contains { TextWidth.of($0.label, size: 10.5) > step - 3 }
  }

  private var step: Double { min(70, (Histogram.width - 8) / Double(max(1, classes.count))) }

  var drawing: Drawing {
    var drawing = Drawing()
    let base = Histogram.base
    let most = classes.map(\.count).max() ?? 0
    for (place, one) in classes.enumerated() {
      let left = 4 + Double(place) * step
      let middle = left + step / 2
      let top = base - Plots.share(one.count, of: most, Histogram.tallest)
      if one.count > 0 { drawing.box(Box(left, top, to: left + step, base), Plots.bar) }
      drawing.words(String(one.count), Spot(middle, top - 3), .init(size: 10.5))
      // The first and the last one end at the edges.
      let edge = 2 * min(middle, Histogram.width - middle)
      let width = min(step * (isSlanted ? 2 : 1) - 3, max(step, edge))
      let label = TextWidth.fitted(one.label, size: 10.5, in: width)
      let line = isSlanted && !place.isMultiple(of: 2) ? 26.0 : 13
      drawing.words(label, Spot(middle, base + line), .init(size: 10.5))
    }
    let end = 4 + step * Double(classes.count)
    drawing.line(Spot(4, base), Spot(end, base), .frame)
    let below = base + (isSlanted ? 41 : 28)
    drawing.words(unit, Spot((4 + end) / 2, below), .init(size: 11), .mutedWords)
    return drawing
  }

  private var text: String {
    classes.map { "\($0.label): \($0.count)" }.joined(separator: "; ") + ". \(unit)."
  }
}
