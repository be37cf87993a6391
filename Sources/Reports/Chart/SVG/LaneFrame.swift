import SessionRecord

/// A row below the panels: a frame with its name at the left.
struct LaneFrame {
  let top: Double
  let height: Double

  var box: Box { Box(PlotAxis.left, top, to: PlotAxis.right, top + height) }
  var bottom: Double { top + height }

  /// The frame, the grid being under it, and the name.
  func addFrame(_ name: String, to drawing: inout Drawing) {
    drawing.box(box, .lane)
    let (lines, size) = LaneFrame.lines(name, in: PlotAxis.left - 12)
    let type = Shape.Lettering(size: size, isBold: true, anchor: .end)
    let middle = lines.count > 1 && height < 24 ? top + height / 2 : top + min(height, 40) / 2
    let step = 9.6
    for (place, line) in lines.enumerated() {
      let y = middle + 0.36 * type.size + (Double(place) - Double(lines.count - 1) / 2) * step
      drawing.words(line, Spot(PlotAxis.left - 8, y), type)
    }
  }

  /// The name on one line, or smaller on one or two; the whole of it stands in the tables.
  private static func lines(_ name: String, in width: Double) -> (lines: [String], size: Double) {
    func fits(_ text: String, _ size: Double) -> Bool {
      TextWidth.of(text, size: size, isBold: true) <= width
    }
    if fits(name, 12) { return ([name], 12) }
    if fits(name, 10) { return ([name], 10) }
    var first = ""
    var rest = name[...]
    for word in name.split(separator: " ") {
      let longer = first.isEmpty ? String(word) : first + " " + word
      guard fits(longer, 10) else { break }
      first = longer
      rest = name[word.endIndex...]
    }
    let second = String(rest.drop { $0 == " " })
    let last = TextWidth.fitted(second, size: 10, isBold: true, in: width)
    return (first.isEmpty ? [last] : [first, last], 10)
  }
}
