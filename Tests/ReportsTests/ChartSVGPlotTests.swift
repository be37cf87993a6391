import SessionRecord
import Testing

@testable import Reports

/// The small plots of a summary.
struct ChartSVGPlotTests {
  private static func bars(_ drawing: Drawing) -> [Box] {
    drawing.shapes.compactMap { shape in
      guard case .box(let box, _) = shape.form else { return nil }
      return box
    }
  }

  private static let kinds = BarPlot(
    title: "Flags by rule",
    rows: [
      (label: "Systolic rise over the baseline", value: 40, note: "3 high"),
      (label: "SpO2", value: 20, note: nil), (label: "Late readings", value: 0, note: nil),
    ]
  )

  @Test func `draws bars as long as their numbers`() {
    let bars = ChartSVGPlotTests.bars(ChartSVGPlotTests.kinds.drawing)
    // Nought has no bar.
    #expect(bars.count == 2)
    #expect(abs(bars[0].width - 2 * bars[1].width) < 0.001)
  }

  @Test func `says every number in words`() {
    let html = ChartSVGPlotTests.kinds.markup.html
    #expect(html.contains("<title>Flags by rule</title>"))
    #expect(
      html.contains(
        "<desc>Systolic rise over the baseline: 40, 3 high; SpO2: 20; Late readings: 0.</desc>"
      )
    )
    #expect(html.contains(">40 · 3 high<") && html.contains(">0<"))
  }

  @Test func `draws ten digits against an even spread`() {
    let plot = DigitPlot(title: "Last digits", counts: [50, 0, 5, 5, 5, 10, 5, 5, 10, 5])
    let bars = ChartSVGPlotTests.bars(plot.drawing)
    #expect(bars.count == 9)
    #expect(abs(bars[0].height - 10 * bars[1].height) < 0.001)
    let even = plot.drawing.shapes.compactMap { shape -> Double? in
      guard case .line(let from, _) = shape.form, shape.paint.dash != nil else { return nil }
      return from.y
    }
    // Ten of a hundred: as high as the bar of a digit that came ten times.
    #expect(even.count == 1 && abs(even[0] - bars[4].top) < 0.001)
    #expect(plot.markup.html.contains("An even spread is 10 each."))
  }

  @Test func `takes fewer than ten digits as never seen`() {
    let html = DigitPlot(title: "Last digits", counts: [3]).markup.html
    #expect(html.contains("Last digits of 3 readings: 0: 3; 1: 0;"))
    #expect(html.contains("An even spread is 0.3 each."))
  }

  @Test func `draws classes side by side`() {
    let labels = ["0–1", "1–2", "2–5", "5–10", "10 and more"]
    let classes = labels.enumerated().map { Histogram.Class(label: $0.element, count: $0.offset) }
    let plot = Histogram(title: "Acknowledged", unit: "minutes", classes: classes)
    let bars = ChartSVGPlotTests.bars(plot.drawing)
    #expect(bars.count == 4)
    #expect(zip(bars, bars.dropFirst()).allSatisfy { abs($0.right - $1.left) < 0.001 })
    #expect(plot.markup.html.contains("10 and more: 4. minutes."))
  }

  @Test func `lays no words on others in plots`() {
    let long = (0..<14).map {
      Histogram.Class(label: "\($0 * 10) to \($0 * 10 + 9) min", count: $0)
    }
    let plots = [
      ChartSVGPlotTests.kinds.drawing,
      DigitPlot(title: "d", counts: Array(repeating: 9_999, count: 10)).drawing,
      Histogram(title: "h", unit: "minutes", classes: long).drawing,
    ]
    for plot in plots { #expect(ChartSVGTests.collisions(plot).isEmpty) }
  }

  @Test func `says that there is nothing to show`() {
    let empty = [
      BarPlot(title: "b", rows: [BarPlot.Row]()).markup,
      DigitPlot(title: "d", counts: []).markup,
      Histogram(title: "h", unit: "min", classes: [.init(label: "0", count: 0)]).markup,
    ]
    for markup in empty { #expect(markup.html.contains(">Nothing to show.</text>")) }
  }
}
