/// The chart with its legend and the key of its events.
struct ChartPart {
  private let chart: SessionChart

  init(_ words: SessionWords) { chart = SessionChart(words) }

  var markup: Markup {
    var markup = Markup()
    markup.element("div", .class("wide keep")) { part in
      part.line()
      part.add(ChartSVG(chart).markup)
      part.line()
      part.add(ChartLegend(chart).markup)
      part.line()
    }
    markup.line()
    markup.add(EventMarkup(chart).markup)
    return markup
  }
}
