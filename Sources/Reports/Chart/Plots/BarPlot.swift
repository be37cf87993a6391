import SessionRecord

/// Horizontal bars with their numbers, in the order given.
struct BarPlot {
  struct Row {
    let label: String
    /// Nought or more.
    let value: Int
    /// Behind the number: `3 of them high`.
    let note: String?

    init(label: String, value: Int, note: String? = nil) {
      self.label = label
      self.value = value
      self.note = note
    }
  }

  private let title: String
  private let rows: [Row]

  private static let width = 500.0
  private static let lineHeight = 19.0

  init(title: String, rows: [Row]) {
    self.title = title
    self.rows = rows
  }

  init(title: String, rows: [(label: String, value: Int, note: String?)]) {
    self.init(title: title, rows: rows.map { Row(label: $0.label, value: $0.value, note: $0.note) })
  }

  var markup: Markup {
    guard !rows.isEmpty else { return Plots.empty(width: BarPlot.width, title: title) }
    let height = Double(rows.count) * BarPlot.lineHeight + 2
    return Plots.svg(drawing, width: BarPlot.width, height: height, title: title, text: text)
  }

  var drawing: Drawing {
    var drawing = Drawing()
    let words = rows.map { row in String(row.value) + (row.note.map { " · \($0)" } ?? "") }
    let widest = rows.map { TextWidth.of($0.label, size: 12) }.max() ?? 0
    let gutter = min(widest, 190)
    let behind = min(words.map { TextWidth.of($0, size: 12) }.max() ?? 0, 190)
    let length = BarPlot.width - gutter - behind - 16
    let most = rows.map(\.value).max() ?? 0
    for (place, row) in rows.enumerated() {
      let top = Double(place) * BarPlot.lineHeight + 3
      let base = top + 11
      let label = TextWidth.fitted(row.label, size: 12, in: 190)
      drawing.words(label, Spot(gutter, base), .init(anchor: .end))
      let end = gutter + 6 + Plots.share(row.value, of: most, length)
      if row.value > 0 {
        drawing.box(Box(gutter + 6, top, to: max(end, gutter + 8), top + 13), Plots.bar)
      } else {
        drawing.line(Spot(gutter + 6, top), Spot(gutter + 6, top + 13), .tick)
      }
      let said = TextWidth.fitted(words[place], size: 12, in: 190)
      drawing.words(said, Spot(max(end, gutter + 8) + 5, base), .init(anchor: .start))
    }
    return drawing
  }

  private var text: String {
    rows.map { "\($0.label): \($0.value)" + ($0.note.map { ", \($0)" } ?? "") }
      .joined(separator: "; ") + "."
  }
}
