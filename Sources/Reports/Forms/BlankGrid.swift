import Monitoring
import SessionRecord

/// The grid of a paper chart: a row a due time, a column a need, grey where nothing is asked.
struct BlankGrid {
  private let words: BlankWords
  private let spareRows: Int

  /// A sheet of Letter is lower, and takes fewer of the empty rows where there are many.
  init(_ words: BlankWords, on paper: Paper) {
    self.words = words
    let spare = words.chart.spareRows
    spareRows = paper == .letter ? max(min(spare, BlankChart.leastSpare), spare - 2) : spare
  }

  private var columns: [BlankColumn] { words.chart.columns }

  func add(to body: inout Markup) {
    body.element("table", .class("pen low"), .style("margin-top: 6px")) { table in
      table.line()
      table.element("thead") { head in head.element("tr", content: addHeadings) }
      table.line()
      table.element("tbody") { rows in
        for row in words.chart.rows { add(row, to: &rows) }
        for _ in 0..<spareRows { addSpare(to: &rows) }
        addRare(to: &rows)
      }
    }
    body.line()
    body.element(
      "p",
      .class("fine"),
      text: words.legend(due: "•", high: "h", none: "grey")
    )
    for line in words.continuations {
      body.line()
      body.element("p", .class("fine")) { line_ in
        line_.element("b", text: "then ")
        line_.text(line)
      }
    }
    if let indicated = words.ifIndicated { body.element("p", .class("fine"), text: indicated) }
    body.line()
  }

  private func addHeadings(_ row: inout Markup) {
    row.element("th", Markup.Attribute("scope", "col"), .style("width: 19mm"), text: "T+")
    row.element("th", Markup.Attribute("scope", "col"), .style("width: 13mm"), text: "Clock")
    for column in columns {
      let scope = Markup.Attribute("scope", "col")
      let unit = column.unit(words.values)
      let content: (inout Markup) -> Void = { cell in
        cell.text(column.heading)
        guard !unit.isEmpty else { return }
        cell.void("br")
        cell.element("span", .class("fine"), text: unit)
      }
      if column.isPressure {
        row.element("th", scope, .style("width: 24mm"), content: content)
      } else {
        row.element("th", scope, content: content)
      }
    }
    row.element("th", Markup.Attribute("scope", "col"), .style("width: 11mm"), text: "By")
  }

  private func add(_ row: BlankChart.Row, to rows: inout Markup) {
    rows.element("tr", BlankGrid.height) { line in
      line.element("th", Markup.Attribute("scope", "row"), .class("nowrap")) { head in
        head.element("b", text: words.starred(row))
        if let tolerance = words.tolerance(row) {
          head.text(" ")
          head.element("span", .class("fine"), text: tolerance)
        }
      }
      line.element("td")
      for column in columns { addCell(row.marks[column], column, to: &line) }
      line.element("td")
    }
    rows.line()
  }

  private func addCell(_ mark: BlankChart.Mark?, _ column: BlankColumn, to line: inout Markup) {
    guard let mark else {
      line.element("td", .style("background: #dcdcdc"))
      return
    }
    let sign =
      switch mark {
      case .due: "•"
      case .peak: "•!"
      case .whileHigh: "h"
      }
    line.element("td") { cell in
      cell.element("span", .class("fine"), text: sign)
      if column.isPressure { BlankGrid.addSlash(to: &cell) }
    }
  }

  private func addSpare(to rows: inout Markup) {
    rows.element("tr", BlankGrid.height) { line in
      line.element("th", Markup.Attribute("scope", "row"), text: "T+")
      line.element("td")
      for column in columns {
        line.element("td") { cell in
          if column.isPressure { BlankGrid.addSlash(to: &cell) }
        }
      }
      line.element("td")
    }
    rows.line()
  }

  private func addRare(to rows: inout Markup) {
    guard !words.rare.isEmpty else { return }
    rows.element("tr", BlankGrid.height) { line in
      line.element("td", Markup.Attribute("colspan", String(columns.count + 3))) { cell in
        cell.text("* ")
        for rare in words.rare { cell.element("span", .style("padding-right: 8mm"), text: rare) }
      }
    }
    rows.line()
  }

  /// High enough for the pen.
  static let height = Markup.Attribute.style("height: 6.5mm")

  /// Between the two numbers.
  private static func addSlash(to cell: inout Markup) {
    cell.element("span", .style("padding-left: 9mm"), text: "/")
  }
}
