import SessionRecord

/// The last digits 0 to 9 of readings, against what an even spread would give: a tenth each.
struct DigitPlot {
  private let title: String
  private let counts: [Int]

  private static let size = (width: 320.0, height: 128.0)
  private static let base = 108.0
  private static let tallest = 84.0

  /// Ten counts; digits that are not given are nought.
  init(title: String, counts: [Int]) {
    self.title = title
    self.counts = (0..<10).map { counts.indices.contains($0) ? max(0, counts[$0]) : 0 }
  }

  private var total: Int { counts.reduce(0, +) }

  var markup: Markup {
    guard total > 0 else { return Plots.empty(width: DigitPlot.size.width, title: title) }
    let size = DigitPlot.size
    return Plots.svg(drawing, width: size.width, height: size.height, title: title, text: text)
  }

  var drawing: Drawing {
    var drawing = Drawing()
    // Compared in tenths, so that the even expectation is exact.
    let most = max(counts.max() ?? 0, (total + 9) / 10)
    let step = 28.0
    let base = DigitPlot.base
    let even = base - Plots.share(total, of: most * 10, DigitPlot.tallest)
    for (digit, count) in counts.enumerated() {
      let left = 4 + Double(digit) * step
      let top = base - Plots.share(count, of: most, DigitPlot.tallest)
      if count > 0 { drawing.box(Box(left, top, to: left + 21, base), Plots.bar) }
      drawing.words(String(digit), Spot(left + 10.5, base + 14), .init(isBold: true))
      // Not under the line of the even spread.
      let isCrossed = top > even - 1 && top < even + 12
      let above = isCrossed ? even - 3 : top - 3
      drawing.words(String(count), Spot(left + 10.5, above), .init(size: 10))
    }
    drawing.line(Spot(2, base), Spot(2 + step * 10, base), .frame)
    let line = Paint(name: "ink-s", stroke: Paint.ink, width: 1.1, dash: "5 3")
    drawing.line(Spot(2, even), Spot(2 + step * 10, even), line)
    drawing.words("even", Spot(6 + step * 10, even + 4), .init(size: 11, anchor: .start))
    return drawing
  }

  private var text: String {
    let each = counts.enumerated().map { "\($0.offset): \($0.element)" }.joined(separator: "; ")
    let even = total.isMultiple(of: 10) ? "\(total / 10)" : "\(total / 10).\(total % 10)"
    return "Last digits of \(counted(total, "reading")): \(each). An even spread is \(even) each."
  }
}
