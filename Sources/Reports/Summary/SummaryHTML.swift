package import Monitoring
import SessionRecord

/// What sessions come to together, for paper and screen, with small plots.
package struct SummaryHTML {
  private let sections: SummarySections
  private let scope: SummaryScope
  private let letterhead: Letterhead

  package init(
    _ review: SafetyReview,
    _ titles: ReviewTitles,
    of scope: SummaryScope,
    letterhead: Letterhead
  ) {
    sections = SummarySections(review: review, titles: titles)
    self.scope = scope
    self.letterhead = letterhead
  }

  package var text: String {
    let words = scope.words(PaperDate.date)
    var body = PageHead(
      letterhead: letterhead,
      title: "Safety summary",
      lines: [
        Phrase("\(words)."), Phrase("Open sessions as of \(PaperDate.stamp(scope.now))."),
      ]
    ).markup
    for block in sections.blocks {
      add(block, to: &body)
      body.line()
    }
    return PrintedPage(
      title: "Safety summary – \(words)",
      running: RunningHeads(
        topLeft: "Safety summary",
        topRight: words,
        letterhead: letterhead
      ),
      letterhead: letterhead,
      body: body
    ).text
  }

  private func add(_ block: SummaryBlock, to body: inout Markup) {
    switch block {
    case .heading(let words): body.element("h2", text: words)
    case .words(let words): body.element("p") { $0.phrase(words) }
    case .remark(let words): body.element("p", .class("fine")) { $0.phrase(words) }
    case .table(let table): body.element("div", .class("wide")) { $0.add(table) }
    case .plots(let plots): body.element("div", .class("keep")) { $0.add(plots) }
    }
  }
}

extension Markup {
  /// Each under its title.
  fileprivate mutating func add(_ plots: [SummaryPlot]) {
    for plot in plots {
      element(
        "div",
        Attribute("style", SummaryPlot.style(plots.count))
      ) { cell in
        cell.element("p", .class("fine"), text: plot.title)
        cell.add(plot.drawing)
      }
      line()
    }
  }

  fileprivate mutating func add(_ table: SummaryTable) {
    element("table") { whole in
      whole.element("caption", text: table.caption)
      whole.element("thead") { head in
        head.element("tr") { row in
          for column in table.columns {
            row.element(
              "th",
              Attribute("scope", "col"),
              .class(column.isNumber ? "number" : ""),
              text: column.heading
            )
          }
        }
      }
      whole.line()
      whole.element("tbody") { body in
        for row in table.rows {
          body.element("tr") { $0.addCells(of: row) }
          body.line()
        }
      }
    }
  }

  private mutating func addCells(of row: [Phrase]) {
    for (place, cell) in row.enumerated() {
      if place == 0 {
        element("th", Attribute("scope", "row")) { $0.phrase(cell) }
      } else {
        element("td", .class("number")) { $0.phrase(cell) }
      }
    }
  }
}

extension SummaryPlot {
  /// Wide enough for letters of eight points on paper: three digit plots in a row, others one a line.
  fileprivate static func style(_ count: Int) -> String {
    count > 2
      ? "display: inline-block; vertical-align: top; min-width: 160px; width: 31%; "
        + "margin: 0 1.5% 4px 0"
      : "width: 66%; min-width: 160px; margin: 0 0 4px"
  }
}
