package import Monitoring
package import SessionRecord

/// A protocol's paper chart as one printed page, for the pen: boxes where something is due, grey where
/// nothing is.
package struct BlankFormHTML {
  private let words: BlankWords
  private let letterhead: Letterhead

  /// *adoption* is the clinic's adoption of this very text.
  package init(_ shown: MonitoringProtocol, adoption: Adoption?, letterhead: Letterhead) {
    words = BlankWords(shown, adoption: adoption, units: letterhead.units, onPaper: true)
    self.letterhead = letterhead
  }

  package var text: String {
    PrintedPage(
      title: "\(words.title), \(words.reference)",
      running: RunningHeads(
        topLeft: "Patient _________________________  Date _______________",
        topRight: "Paper chart · \(words.reference)",
        letterhead: letterhead,
        namesPeople: false
      ),
      letterhead: letterhead,
      body: body
    ).text
  }

  private var body: Markup {
    var body = PageHead(letterhead: letterhead, title: words.title, lines: words.lines).markup
    addHead(to: &body)
    BlankGrid(words, on: letterhead.paper).add(to: &body)
    BlankSheets(words).add(to: &body)
    return body
  }

  /// Boxes for whom and when.
  private func addHead(to body: inout Markup) {
    body.element("table", .class("pen"), .style("margin-top: 6px")) { table in
      table.element("tbody") { rows in
        for row in words.head {
          rows.element("tr") { line in
            for label in row {
              line.element("td", .style("width: 25%; height: 8.5mm; vertical-align: top")) {
                $0.element("span", .class("fine"), text: label)
              }
            }
          }
          rows.line()
        }
        rows.element("tr") { line in
          line.element(
            "td",
            Markup.Attribute("colspan", String(BlankWords.columnsOfHead)),
            .style("height: 7.5mm; vertical-align: middle")
          ) { $0.element("b", text: words.timeZero) }
        }
      }
    }
    body.line()
  }
}

extension Markup.Attribute {
  /// Sizes of a form for the pen, which no other print has.
  static func style(_ rules: StaticString) -> Markup.Attribute {
    Markup.Attribute("style", "\(rules)")
  }
}
