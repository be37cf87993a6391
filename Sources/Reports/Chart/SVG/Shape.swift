/// One element of a drawing.
struct Shape {
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// How words are set.
  struct Lettering {
    var size = 12.0
    var isBold = false
    var anchor = Anchor.middle
    /// Read from below, along an axis.
    var isUpright = false
  }

  enum Form {
    case line(Spot, Spot)
    case box(Box, radius: Double)
    case circle(Spot, radius: Double)
    case path(String)
    case words(String, Spot, Lettering)
  }

  let form: Form
  let paint: Paint
  /// The reading that it stands for: `5 systolic`.
  var reading: String?

  func add(to markup: inout Markup) {
    switch form {
    case .line(let from, let to):
      markup.element(
        "line",
        all: [
          .init("x1", SVGNumber.text(from.x)), .init("y1", SVGNumber.text(from.y)),
          .init("x2", SVGNumber.text(to.x)), .init("y2", SVGNumber.text(to.y)),
        ] + attributes
      )
    case .box(let box, let radius):
      markup.element(
        "rect",
        all: [
          .init("x", SVGNumber.text(box.left)), .init("y", SVGNumber.text(box.top)),
          .init("width", SVGNumber.text(box.width)), .init("height", SVGNumber.text(box.height)),
        ] + (radius > 0 ? [.init("rx", SVGNumber.text(radius))] : []) + attributes
      )
    case .circle(let spot, let radius):
      markup.element(
        "circle",
        all: [
          .init("cx", SVGNumber.text(spot.x)), .init("cy", SVGNumber.text(spot.y)),
          .init("r", SVGNumber.text(radius)),
        ] + attributes
      )
    case .path(let path): markup.element("path", all: [.init("d", path)] + attributes)
    case .words(let words, let spot, let type):
      markup.element("text", all: attributes(of: type, at: spot)) { $0.text(words) }
    }
  }

  private var attributes: [Markup.Attribute] {
    var list: [Markup.Attribute] = [.class(paint.name), .init("fill", paint.fill)]
    if let stroke = paint.stroke {
      list.append(.init("stroke", stroke))
      list.append(.init("stroke-width", SVGNumber.text(paint.width)))
      if let dash = paint.dash { list.append(.init("stroke-dasharray", dash)) }
    }
    if let reading { list.append(.init("data-reading", reading)) }
    return list
  }

  private func attributes(of type: Lettering, at spot: Spot) -> [Markup.Attribute] {
    let x = SVGNumber.text(spot.x)
    let y = SVGNumber.text(spot.y)
    var list: [Markup.Attribute] = [
      .init("x", x), .init("y", y), .init("font-size", SVGNumber.text(type.size)),
    ]
    if type.isBold { list.append(.init("font-weight", "700")) }
    if type.anchor != .start { list.append(.init("text-anchor", type.anchor.rawValue)) }
    if type.isUpright { list.append(.init("transform", "rotate(-90 \(x) \(y))")) }
    return list + attributes
  }
}

/// A coordinate as it is written: to a tenth, which is less than paper shows.
enum SVGNumber {
  static func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    let size = tenths.magnitude
    let whole = (tenths < 0 ? "-" : "") + String(size / 10)
    return size % 10 == 0 ? whole : whole + "." + String(size % 10)
  }

  /// `12.5,40`, as a path has it.
  static func pair(_ x: Double, _ y: Double) -> String { text(x) + "," + text(y) }
  static func pair(_ spot: Spot) -> String { pair(spot.x, spot.y) }

  /// A path through these places.
  static func path(_ spots: [Spot], isClosed: Bool = false) -> String {
    var path = ""
    for (place, spot) in spots.enumerated() { path += (place == 0 ? "M" : " L") + pair(spot) }
    return isClosed ? path + " Z" : path
  }
}
