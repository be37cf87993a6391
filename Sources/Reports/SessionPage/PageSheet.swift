import SessionRecord

/// A part of a page of HTML: paragraphs, lists of labelled lines, tables under headings.
struct PageSheet: Sheet {
  /// Whether it is set closely: rows that say the same stand as one.
  private let isClose: Bool
  private var html = Markup()
  /// Labelled lines that make one list as long as nothing else comes between them.
  private var list: [(label: Phrase, phrases: [Phrase])] = []

  init(isClose: Bool = false) { self.isClose = isClose }

  /// Paragraphs that run on, closely set, as long as nothing else comes between them.
  private var run: [(phrase: Phrase, isSmall: Bool)] = []

  /// All that was written on it.
  var markup: Markup {
    var copy = self
    copy.endList()
    return copy.html
  }

  mutating func heading(_ words: Phrase) {
    endList()
    html.element("h2") { $0.phrase(words) }
    html.line()
  }

  mutating func add(_ phrase: Phrase, after label: Phrase, indent: Int) {
    guard !label.isEmpty else {
      if !list.isEmpty { endList() }
      addParagraph(phrase, isSmall: false)
      return
    }
    endRun()
    if label.text.allSatisfy({ $0 == " " }), let last = list.indices.last {
      list[last].phrases.append(phrase)
    } else {
      list.append((label, [phrase]))
    }
  }

  mutating func small(_ phrase: Phrase) {
    if !list.isEmpty { endList() }
    addParagraph(phrase, isSmall: true)
  }

  private mutating func addParagraph(_ phrase: Phrase, isSmall: Bool) {
    if let last = run.last, last.isSmall != isSmall { endRun() }
    run.append((phrase, isSmall))
    if !isClose { endRun() }
  }

  private mutating func endRun() {
    let paragraphs = run
    run = []
    guard let first = paragraphs.first else { return }
    if paragraphs.count == 1 {
      PageSheet.add(first, to: &html)
    } else {
      html.element("div", .class("run")) { part in
        part.line()
        for paragraph in paragraphs { PageSheet.add(paragraph, to: &part) }
      }
      html.line()
    }
  }

  private static func add(_ paragraph: (phrase: Phrase, isSmall: Bool), to html: inout Markup) {
    html.element("p", .class(paragraph.isSmall ? "fine p" : "p")) { $0.phrase(paragraph.phrase) }
    html.line()
  }

  mutating func add(_ table: Table) { add(table, rest: "takes-most") }

  /// *rest* is the class of the columns that take what the others leave.
  private mutating func add(_ table: Table, rest: String) {
    endList()
    // A name and a text beside it need no columns.
    if isClose, table.columns.count == 2 {
      for row in table.rows {
        html.element("p", .class("person p")) { $0.phrase(row.joined(" ")) }
        html.line()
      }
      return
    }
    html.element("table") { html in
      if table.columns.contains(where: \.isWide) {
        html.element("colgroup") { group in
          for column in table.columns {
            group.void("col", .class(column.isWide ? rest : "takes-own"))
          }
        }
      }
      html.head(table.columns.map { ($0.heading, $0.isNumber) })
      html.element("tbody") { body in
        body.line()
        for row in table.rows { body.add(PageSheet.row(row, under: table.columns)) }
      }
    }
    html.line()
  }

  mutating func add(_ table: Table, labels: Int) {
    guard isClose else {
      add(table)
      return
    }
    add(GroupedTable(table, labels: labels).table, rest: "takes-rest")
  }

  mutating func add(_ entries: EntryRows) {
    endList()
    html.add(EntryMarkup(entries, isClose: isClose).markup)
  }

  mutating func add(_ flags: FlagTable) {
    endList()
    html.add(FlagMarkup(flags).markup)
  }

  mutating func add(_ sets: VitalsTable) {
    endList()
    html.add(VitalsMarkup(sets).markup)
  }

  mutating func add(_ corrections: CorrectionTable) {
    endList()
    html.add(CorrectionMarkup(corrections).markup)
  }

  mutating func add(_ criteria: CriteriaTable, below remark: Phrase) {
    guard isClose else {
      endList()
      PageSheet.add(criteria, as: "criteria", to: &html)
      small(remark)
      return
    }
    // On a closely set page what they are as of, and what they do not say, stand in the same paragraph.
    if !list.isEmpty { endList() }
    let paragraphs = run
    run = []
    html.element("div", .class("together")) { part in
      part.line()
      for paragraph in paragraphs { PageSheet.add(paragraph, to: &part) }
      PageSheet.add(criteria, as: "criteria run", to: &part)
      PageSheet.add((remark, isSmall: true), to: &part)
    }
    html.line()
  }

  private static func add(
    _ criteria: CriteriaTable,
    as name: String,
    to html: inout Markup
  ) {
    html.element("ul", .class(name)) { list in
      list.line()
      for row in criteria.rows {
        list.element("li") { item in
          item.element("span", .class("tick"), text: row.isMet ? "☑" : "☐")
          item.text("\u{A0}")
          item.phrase(row.state + Phrase(": \(row.criterion) "))
          item.element("span", .class("mute"), text: "\(row.said) \(row.entries)")
        }
        list.line()
      }
    }
    html.line()
  }

  private mutating func endList() {
    endRun()
    guard !list.isEmpty else { return }
    let lines = list
    list = []
    html.element("table", .class("bare")) { table in
      table.element("tbody") { body in
        body.line()
        for line in lines {
          body.element("tr") { row in
            row.element("th", Markup.Attribute("scope", "row")) { $0.phrase(line.label) }
            row.element("td", .class("p")) { cell in
              for (place, phrase) in line.phrases.enumerated() {
                cell.element("span", .class(place == 0 ? "first" : "next")) { $0.phrase(phrase) }
              }
            }
          }
          body.line()
        }
      }
    }
    html.line()
  }

  /// As long as `not seen to end`, which no line divides.
  private static let shortCell = 15

  private static func row(_ cells: [Phrase], under columns: [Table.Column]) -> Markup {
    var markup = Markup()
    markup.element("tr") { row in
      for (place, cell) in cells.prefix(columns.count).enumerated() {
        if place == 0 {
          let isShort = cell.text.count <= PageSheet.shortCell
          row.element("th", Markup.Attribute("scope", "row"), .class(isShort ? "nowrap" : "long")) {
            $0.phrase(cell)
          }
        } else if columns[place].isNumber {
          row.element("td", .class("number nowrap")) { $0.phrase(cell) }
        } else if cell.text.count <= PageSheet.shortCell {
          row.element("td", .class("nowrap")) { $0.phrase(cell) }
        } else {
          row.element("td") { $0.phrase(cell) }
        }
      }
    }
    markup.line()
    return markup
  }
}

extension Markup {
  /// The headings of a table; numbers stand at the right.
  mutating func head(_ columns: [(heading: String, isNumber: Bool)]) {
    element("thead") { head in
      head.element("tr") { row in
        for column in columns {
          if column.isNumber {
            row.element(
              "th",
              Attribute("scope", "col"),
              .class("number"),
              text: column.heading
            )
          } else {
            row.element("th", Attribute("scope", "col"), text: column.heading)
          }
        }
      }
    }
    line()
  }

  mutating func head(_ headings: [String]) { head(headings.map { ($0, false) }) }

  /// Phrases one below the other.
  mutating func lines(_ phrases: [Phrase]) {
    for (place, phrase) in phrases.enumerated() {
      if place > 0 { void("br") }
      self.phrase(phrase)
    }
  }
}
