import SessionRecord

/// Flags as a table: what was crossed, when it was back inside and cleared, who did what about it.
struct FlagMarkup {
  private let flags: FlagTable

  init(_ flags: FlagTable) { self.flags = flags }

  var markup: Markup {
    var markup = Markup()
    markup.element("table", .class("flags")) { table in
      table.element("colgroup") { group in
        for width in FlagMarkup.widths {
          group.void("col", Markup.Attribute("style", "width: \(width)%"))
        }
      }
      table.head([
        "No.", "Raised", "What", "Limit", "Acknowledged", "What was done", "Back inside", "Cleared",
      ])
      table.line()
      for row in flags.clinical { add(row, to: &table) }
      if !flags.process.isEmpty {
        table.element("tbody") { body in
          body.element("tr", .class("apart")) { row in
            row.element("th", Markup.Attribute("colspan", "8"), text: FlagTable.aboutRecord)
          }
        }
        table.line()
      }
      for row in flags.process { add(row, to: &table) }
    }
    markup.line()
    return markup
  }

  /// Of the columns, in hundredths of the table.
  private static let widths = [3, 9, 30.5, 15.5, 11, 12, 9.7, 9.3]

  /// One body a flag of two rows or more, so that all that is known of it stays together: what was
  /// crossed above what else is known of it, beside what was done.
  private func add(_ row: FlagTable.Row, to table: inout Markup) {
    let text = row.text
    let answers = text.flag.acknowledgements
    // About the record there is no more than one line.
    let isOneLine = text.flag.isProcess && text.limit == nil
    let height = max(isOneLine ? 1 : 2, answers.count)
    let whole = Markup.Attribute("rowspan", "\(height)")
    table.element("tbody", .class("flag")) { body in
      body.element("tr") { tr in
        tr.element("th", Markup.Attribute("scope", "row"), whole) { $0.phrase(row.label) }
        tr.element("td", whole, text: row.raised)
        let title = row.isRetracted ? row.title : row.title.inked(.strong)
        if let limit = text.limit {
          tr.element("td") { $0.phrase(title) }
          tr.element("td", text: limit)
        } else if isOneLine {
          tr.element("td", Markup.Attribute("colspan", "2"), whole) { cell in
            cell.phrase(title)
            cell.text(" ")
            more(row, &cell)
          }
        } else {
          tr.element("td", Markup.Attribute("colspan", "2")) { $0.phrase(title) }
        }
        answer(answers.first, rows: answers.count == 1 || isOneLine ? height : 1, of: text, to: &tr)
        if row.isRetracted {
          tr.element("td", Markup.Attribute("colspan", "2"), whole, text: text.state)
        } else {
          tr.element("td", whole, text: text.hasInside ? text.inside : "–")
          tr.element("td", whole, text: text.clearedShort)
        }
      }
      guard !isOneLine else {
        for acknowledgement in answers.dropFirst() {
          body.element("tr") { answer(acknowledgement, rows: 1, of: text, to: &$0) }
        }
        return
      }
      body.element("tr", .class("more")) { tr in
        let rest = Markup.Attribute("rowspan", "\(height - 1)")
        // Where nobody did anything there is room for it.
        let width = Markup.Attribute("colspan", answers.isEmpty ? "4" : "2")
        tr.element("td", width, rest) { more(row, &$0) }
        if answers.count > 1 { answer(answers[1], rows: 1, of: text, to: &tr) }
      }
      for acknowledgement in answers.dropFirst(2) {
        body.element("tr") { answer(acknowledgement, rows: 1, of: text, to: &$0) }
      }
    }
    table.line()
  }

  private func more(_ row: FlagTable.Row, _ cell: inout Markup) {
    for line in row.text.asides {
      cell.phrase(line)
      cell.text(" ")
    }
    let facts = row.facts.joined(separator: ", ")
    cell.element("span", .class("mute"), text: "\(row.begin); \(facts)")
    if let review = row.text.review {
      cell.void("br")
      cell.phrase(review)
    }
  }

  private func answer(
    _ acknowledgement: FlagAcknowledgement?,
    rows: Int,
    of text: FlagText,
    to row: inout Markup
  ) {
    let height = Markup.Attribute("rowspan", "\(rows)")
    guard let acknowledgement else {
      row.element("td", Markup.Attribute("colspan", "2"), height) {
        $0.element("b", text: FlagText.notAcknowledged)
      }
      return
    }
    row.element("td", height, text: text.acknowledged(acknowledgement))
    row.element("td", .class("p"), height, text: acknowledgement.text)
  }
}
