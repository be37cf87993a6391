import Monitoring
import SessionRecord

/// Entries as a table: number, time, author, and what each said and says; closely set they run on.
struct EntryMarkup {
  private let entries: EntryRows
  private let isClose: Bool

  init(_ entries: EntryRows, isClose: Bool = false) {
    self.entries = entries
    self.isClose = isClose
  }

  var markup: Markup {
    if isClose { return running }
    var markup = Markup()
    markup.element("table", .class("entries")) { table in
      table.head(["Entry", "Time", "T+", "By", "What"])
      table.element("tbody") { body in
        body.line()
        for row in entries.rows { add(row, to: &body) }
      }
    }
    markup.line()
    return markup
  }

  private var running: Markup {
    var markup = Markup()
    markup.element("ul", .class("entries run")) { list in
      list.line()
      for row in entries.rows {
        let at = row.story.observed.instant
        list.element("li", .class("p")) { item in
          if let day = row.day {
            item.phrase(day)
            item.text(" ")
          }
          item.text(
            "#\(row.story.entry.number) \(entries.words.clock.clock(at)) "
              + "\(entries.words.sinceTimeZero(at)) \(row.story.entry.author.text) "
          )
          item.lines(row.lines)
        }
        list.line()
      }
    }
    markup.line()
    return markup
  }

  private func add(_ row: EntryRows.Row, to body: inout Markup) {
    if let day = row.day {
      body.element("tr", .class("day")) { tr in
        tr.element("th", Markup.Attribute("colspan", "5")) { $0.phrase(day) }
      }
      body.line()
    }
    let at = row.story.observed.instant
    body.element("tr") { tr in
      tr.element("th", Markup.Attribute("scope", "row"), text: "#\(row.story.entry.number)")
      tr.element("td", .class("nowrap"), text: entries.words.clock.clock(at))
      tr.element("td", .class("nowrap"), text: entries.words.sinceTimeZero(at))
      tr.element("td", text: row.story.entry.author.text)
      tr.element("td", .class("p")) { $0.lines(row.lines) }
    }
    body.line()
  }
}
