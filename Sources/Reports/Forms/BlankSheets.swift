import Monitoring
import SessionRecord

/// The rest of a paper chart: doses, effects, events, limits, leaving, who signs, and how it is typed in.
struct BlankSheets {
  private let words: BlankWords
  private let limits: BlankLimits

  init(_ words: BlankWords) {
    self.words = words
    limits = BlankLimits(words.shown, words.values)
  }

  func add(to body: inout Markup) {
    addDoses(to: &body)
    addEffects(to: &body)
    addEvents(to: &body)
    body.element("div", .class("two")) { two in
      two.element("div", .style("width: 60%"), content: addLimits)
      two.element("div", .style("width: 40%"), content: addLeaving)
    }
    body.line()
    addOtherLimits(to: &body)
    addSigning(to: &body)
    body.element("p", .style("margin-top: 3px")) { line in
      line.element("span", .class("fine"), text: BlankWords.typingHead)
      line.text(" ")
      for typed in words.typing {
        line.element("span", .class("mono"), .style("padding-right: 5mm"), text: typed)
        line.text(" ")
      }
    }
    body.element("p", .class("fine"), text: BlankWords.statement)
    body.line()
  }

  private func addDoses(to body: inout Markup) {
    let formulary = words.shown.formulary
    table(
      "Doses and medicines",
      [
        .init("Clock", 8), .init("Drug", 27), .init("Amount, unit", 16), .init("Route", 16),
        .init("Lot", 15), .init("By", 8), .init("Checked", 10),
      ],
      rows: BlankSheet.doses,
      to: &body
    ) { row, column in
      switch (row, column) {
      case (0, 1): formulary.ownDrug
      case (0, 3): formulary.ownRoute.word
      default: ""
      }
    }
  }

  private func addEffects(to body: inout Markup) {
    table(
      "Intended state and side effects",
      [
        .init("Clock", 8), .init("What", 36), .init("Mild", 7), .init("Moderate", 10),
        .init("Severe", 9), .init("Distressing", 12), .init("Gone at", 10), .init("By", 8),
      ],
      rows: BlankSheet.effects,
      to: &body
    ) { _, column in (2...5).contains(column) ? "☐" : "" }
  }

  private func addEvents(to body: inout Markup) {
    table(
      "Events, limits crossed and what was done",
      [.init("Clock", 8), .init("What was seen and done", 84), .init("By", 8)],
      rows: BlankSheet.events,
      to: &body
    ) { _, _ in "" }
  }

  /// A column with its share of the width.
  private struct Heading {
    let title: String
    let percent: Int

    init(_ title: String, _ percent: Int) {
      self.title = title
      self.percent = percent
    }
  }

  /// A table for the pen.
  private func table(
    _ title: String,
    _ headings: [Heading],
    rows: Int,
    to body: inout Markup,
    cell: (Int, Int) -> String
  ) {
    body.element("div", .class("keep")) { keep in
      keep.element("h2", text: title)
      keep.element("table", .class("pen low")) { table in
        table.element("thead") { head in
          head.element("tr", .style("height: 5mm")) { line in
            for heading in headings {
              line.element(
                "th",
                Markup.Attribute("scope", "col"),
                Markup.Attribute("style", "width: \(heading.percent)%"),
                text: heading.title
              )
            }
          }
        }
        table.element("tbody") { body in
          for row in 0..<rows {
            body.element("tr", BlankGrid.height) { line in
              for column in headings.indices { line.element("td", text: cell(row, column)) }
            }
          }
        }
      }
    }
    body.line()
  }

  private func addLimits(_ body: inout Markup) {
    body.element("h2", text: "Limits of \(words.reference)")
    body.element("table") { table in
      table.element("tbody") { rows in
        for line in limits.lines {
          rows.element("tr") { row in
            row.element("th", Markup.Attribute("scope", "row"), text: line.title)
            row.element("td") { $0.phrase(line.words) }
          }
          rows.line()
        }
      }
    }
    if let stop = limits.stop { body.element("p", .class("fine"), text: stop) }
  }

  private func addOtherLimits(to body: inout Markup) {
    guard !limits.others.isEmpty else { return }
    body.element("p", .class("fine")) { line in
      line.element("b", text: "Other limits: ")
      line.text("\(limits.others.joined(separator: "; ")).")
    }
    body.line()
  }

  private func addLeaving(_ body: inout Markup) {
    body.element("h2", text: "Leaving: a named clinician decides")
    let criteria = words.shown.leaving
    guard !criteria.isEmpty else {
      body.element("p", text: "The protocol names no criteria.")
      return
    }
    for criterion in criteria {
      body.element("p", .style("margin: 1px 0"), text: "☐\u{A0}\(criterion.title)")
    }
  }

  private func addSigning(to body: inout Markup) {
    body.element("table", .class("pen"), .style("margin-top: 7px")) { table in
      table.element("tbody") { rows in
        rows.element("tr") { row in
          for label in BlankWords.signing {
            row.element("td", .style("height: 9mm; vertical-align: top")) {
              $0.element("span", .class("fine"), text: label)
            }
          }
        }
      }
    }
    body.line()
  }
}
