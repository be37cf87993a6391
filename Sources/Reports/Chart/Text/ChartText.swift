package import Monitoring
import SessionRecord

/// A session as one chart: doses, pressures, lanes, events, flags, extremes.
///
/// Under 60 columns it is the list of everything instead, and says so.
package struct ChartText {
  private let words: SessionWords
  private let style: Style

  package init(_ file: SessionFile, style: Style) {
    words = SessionWords(file)
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    SessionHead(words: words, openWord: "OPEN").add(to: &page)
    guard style.width >= ChartDrawing.leastWidth else {
      page.add("A chart needs \(ChartDrawing.leastWidth) columns; this is the list.")
      page.rule()
      TimelineText(words, style: style).addList(to: &page)
      return page.text
    }
    let given = GivenText(words).lines(words.file.exposure)
    for line in given.isEmpty ? ["Nothing was given."] : given { page.add(line) }
    page.rule()
    let drawing = ChartDrawing(words, style)
    if !drawing.hasSets { page.add("No vital signs stand in this session.") }
    drawing.addChart(to: &page)
    page.rule()
    if !drawing.chart.events.isEmpty {
      drawing.addKey(to: &page)
      page.rule()
    }
    ChartFlags(words: words, glyphs: drawing.glyphs).add(to: &page)
    page.rule()
    if let table = ChartExtremes(chart: drawing.chart).table {
      page.add(table)
      page.rule()
    }
    drawing.addLegend(to: &page)
    page.add(Phrase(SessionReportText.statements[0]))
    return page.text
  }
}
