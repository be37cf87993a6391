/// Shapes one over the other, with the places that are taken, so that no label lies on another.
struct Drawing {
  private(set) var shapes: [Shape] = []
  /// Where words stand.
  private(set) var words: [(text: String, box: Box)] = []
  /// Where values and flags stand, which words keep off where they can.
  private(set) var taken: [Box] = []

  /// Lines of limits and pairs, on which words stand only with a ground of their own.
  private(set) var limits: [Box] = []

  mutating func line(_ from: Spot, _ to: Spot, _ paint: Paint, reading: String? = nil) {
    shapes.append(Shape(form: .line(from, to), paint: paint, reading: reading))
  }

  mutating func box(_ box: Box, _ paint: Paint, radius: Double = 0, reading: String? = nil) {
    shapes.append(Shape(form: .box(box, radius: radius), paint: paint, reading: reading))
  }

  mutating func circle(_ spot: Spot, _ radius: Double, _ paint: Paint, reading: String? = nil) {
    shapes.append(Shape(form: .circle(spot, radius: radius), paint: paint, reading: reading))
  }

  mutating func path(_ path: String, _ paint: Paint, reading: String? = nil) {
    shapes.append(Shape(form: .path(path), paint: paint, reading: reading))
  }

  mutating func words(
    _ text: String,
    _ spot: Spot,
    _ type: Shape.Lettering = .init(),
    _ paint: Paint = .words,
    reading: String? = nil
  ) {
    shapes.append(Shape(form: .words(text, spot, type), paint: paint, reading: reading))
    words.append((text, Drawing.box(of: text, at: spot, type)))
  }

  /// Shapes of another over those that are there.
  mutating func append(_ other: Drawing) {
    shapes += other.shapes
    words += other.words
    taken += other.taken
    limits += other.limits
  }

  /// Marks a place as taken by a value or a flag.
  mutating func take(_ box: Box) { taken.append(box) }

  mutating func takeLimit(_ box: Box) { limits.append(box) }

  /// The first of the places where the words lie on nothing; nil where there is none.
  func free(_ spots: [Spot], for text: String, _ type: Shape.Lettering) -> Spot? {
    spots.first { spot in
      let box = Drawing.box(of: text, at: spot, type)
      return isFree(box) && !limits.contains { $0.meets(box) }
    }
  }

  /// Whether no value, no flag and no words lie there.
  func isFree(_ box: Box) -> Bool {
    !taken.contains { $0.meets(box) } && !words.contains { $0.box.meets(box) }
  }

  /// The same, or else the one that lies on no words and covers the least.
  func best(_ spots: [Spot], for text: String, _ type: Shape.Lettering) -> Spot? {
    if let spot = free(spots, for: text, type) { return spot }
    let apart = spots.filter { spot in
      let box = Drawing.box(of: text, at: spot, type)
      return !words.contains { $0.box.meets(box) }
    }
    return apart.min { left, right in
      covered(Drawing.box(of: text, at: left, type))
        < covered(Drawing.box(of: text, at: right, type))
    }
  }

  private func covered(_ box: Box) -> Double {
    taken.reduce(0) { $0 + $1.shared(with: box) }
  }

  /// The place that words take, their descenders included.
  static func box(of text: String, at spot: Spot, _ type: Shape.Lettering) -> Box {
    let width = TextWidth.of(text, size: type.size, isBold: type.isBold)
    let before =
      switch type.anchor {
      case .start: 0.0
      case .middle: width / 2
      case .end: width
      }
    let above = type.size * 0.74
    let below = type.size * 0.2
    if type.isUpright {
      return Box(spot.x - above, spot.y - width + before, to: spot.x + below, spot.y + before)
    }
    return Box(spot.x - before, spot.y - above, to: spot.x - before + width, spot.y + below)
  }

  func add(to markup: inout Markup) {
    for shape in shapes {
      shape.add(to: &markup)
      markup.line()
    }
  }
}
