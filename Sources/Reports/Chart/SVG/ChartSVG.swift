import Monitoring
import SessionRecord

/// The chart of a session as one drawing: panels over lanes on one axis of time.
struct ChartSVG {
  let chart: SessionChart
  let drawing: Drawing
  let height: Double
  /// Of the pressures and of SpO2, for whoever checks that nothing lies outside them.
  let panels: (pressure: Box, oxygen: Box)
  let points: [ReadingPoint]
  let scales: [VitalSign: ValueScale]

  static let width = 1_000

  init(_ chart: SessionChart) {
    self.chart = chart
    let axis = PlotAxis(from: chart.from, to: chart.to, clock: chart.words.clock)
    let rows = TimeRows(axis, timeZero: chart.words.file.assessment.timeZero)
    let places = SetPlaces(chart.sets, axis)
    let pressure = PressurePlot(chart, axis, places, top: rows.bottom)
    let oxygen = OxygenPlot(chart, axis, places, top: pressure.frame.bottom + 13)
    var drawing = Drawing()
    rows.add(to: &drawing)
    // The column is under the grid: a renderer without transparency must not hide lines.
    for panel in [pressure.frame, oxygen.frame] {
      ChartSVG.addInfusions(chart, axis, panel, to: &drawing)
      rows.addGrid(panel, to: &drawing)
    }
    pressure.addGround(to: &drawing)
    oxygen.addGround(to: &drawing)
    pressure.addValues(to: &drawing)
    oxygen.addValues(to: &drawing)
    height = ChartLanes(chart, axis, places).add(below: oxygen.frame.bottom + 8, to: &drawing) + 2
    panels = (pressure.frame, oxygen.frame)
    scales = pressure.scales.merging([.spo2: oxygen.scale]) { one, _ in one }
    points = pressure.points + oxygen.points
    self.drawing = drawing
  }

  /// The times at which an infusion of the protocol's own drug ran.
  private static func addInfusions(
    _ chart: SessionChart,
    _ axis: PlotAxis,
    _ panel: Box,
    to drawing: inout Drawing
  ) {
    for dose in chart.doses where dose.isInfusion && dose.isOwnDrug {
      for piece in dose.pieces(chart) where piece.from < piece.to {
        let (left, right) = (axis.clamped(piece.from), axis.clamped(piece.to))
        drawing.box(Box(left, panel.top, to: right, panel.bottom), .infusion)
      }
    }
  }

  var markup: Markup {
    let words = ChartDescription(chart)
    var markup = Markup()
    markup.element(
      "svg",
      .class("chart"),
      .init("viewBox", "0 0 \(ChartSVG.width) \(SVGNumber.text(height))"),
      .init("width", "100%"),
      .init("role", "img"),
      .init("aria-labelledby", "chart-title chart-description"),
      .init("font-family", ChartSVG.font)
    ) { svg in
      svg.line()
      svg.element("title", .init("id", "chart-title"), text: words.title)
      svg.line()
      svg.element("desc", .init("id", "chart-description"), text: words.text)
      svg.line()
      drawing.add(to: &svg)
    }
    return markup
  }

  static let font = "Liberation Sans, Arial, Helvetica, sans-serif"
}
