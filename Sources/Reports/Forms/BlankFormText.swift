package import Monitoring
package import SessionRecord

/// A protocol's paper chart as text, for a printer that knows nothing else.
package struct BlankFormText {
  private let words: BlankWords
  private let style: Style

  /// *adoption* is the clinic's adoption of this very text.
  package init(
    _ shown: MonitoringProtocol,
    adoption: Adoption?,
    style: Style,
    letterhead: Letterhead
  ) {
    words = BlankWords(shown, adoption: adoption, units: letterhead.units)
    clinic = letterhead.clinic
    self.style = style
  }

  private let clinic: Clinic?

  package var text: String {
    var page = Page(style)
    if let clinic {
      page.add(
        Phrase(([clinic.name] + [clinic.contact].compactMap(\.self)).joined(separator: ", "))
      )
    }
    page.add(Phrase(words.title, .strong))
    for line in words.lines { page.add(line) }
    page.rule()
    for row in words.head {
      page.add(Phrase(row.map { "\($0):\u{A0}\(BlankFormText.blank)" }.joined(separator: "  ")))
    }
    page.add(Phrase(words.timeZero))
    addGrid(to: &page)
    addSheets(to: &page)
    page.heading("Limits")
    addLimits(to: &page)
    page.heading("Leaving: every criterion, then a named clinician decides")
    if words.shown.leaving.isEmpty { page.add("The protocol names none.") }
    for criterion in words.shown.leaving { page.add(Phrase(criterion.title), after: "[ ] ") }
    page.blank()
    page.add(
      Phrase(BlankWords.signing.map { "\($0)\u{A0}\(BlankFormText.blank)" }.joined(separator: "  "))
    )
    page.heading(Phrase(BlankWords.typingHead))
    for line in words.typing { page.add(Phrase(line), indent: 2) }
    page.rule()
    page.add(Phrase(BlankWords.statement))
    return page.text
  }

  private static let blank = "____________"

  private func addGrid(to page: inout Page) {
    let columns = words.chart.columns
    page.heading("Every due time")
    var table = Table(head(columns), gap: 1)
    for row in words.chart.rows { table.add(cells(of: row, columns)) }
    let empty = columns.map { _ in Phrase("") }
    for _ in 0..<words.chart.spareRows {
      table.add(["T+___", "", "__:__"] + empty + ["__"])
    }
    page.add(table)
    page.add(Phrase(words.legend(due: "[ ]", high: "( )", none: "empty")))
    for line in words.rare { page.add(Phrase(line), after: "* ") }
    for line in words.continuations { page.add(Phrase(line), after: "then ") }
    if let indicated = words.ifIndicated { page.add(Phrase(indicated)) }
  }

  private func head(_ columns: [BlankColumn]) -> [Table.Column] {
    [.init("T+"), .init("±"), .init("Clock")] + columns.map { .init($0.heading) } + [.init("By")]
  }

  private func cells(of row: BlankChart.Row, _ columns: [BlankColumn]) -> [Phrase] {
    let label =
      switch row.time {
      case .before(let set): "pre\u{A0}\(set)"
      case .at(let minutes): "T+\(minutes)"
      }
    let tolerance = row.tolerance.map { "\($0.wholeMinutes)" } ?? ""
    let star = words.chart.rare(in: row).isEmpty ? "" : "*"
    let marked = columns.map { column in
      row.marks[column].map { Phrase(BlankFormText.cell(column, $0)) } ?? ""
    }
    return [Phrase(label + star), Phrase(tolerance), "__:__"] + marked + ["__"]
  }

  private static func cell(_ column: BlankColumn, _ mark: BlankChart.Mark) -> String {
    let space =
      column.isPressure
      ? "\u{A0}\u{A0}/\u{A0}\u{A0}" : column.key == nil ? "\u{A0}\u{A0}" : "\u{A0}"
    return switch mark {
    case .due: "[\(space)]"
    case .peak: "[\(space)]!"
    case .whileHigh: "(\(space))"
    }
  }

  private func addSheets(to page: inout Page) {
    let blank = BlankFormText.blank
    page.heading("Doses and medicines")
    for place in 0..<BlankSheet.doses {
      let drug =
        place == 0
        ? "\(words.shown.formulary.ownDrug) ______ mg \(words.shown.formulary.ownRoute.word)"
        : "\(blank) ______ mg ________"
      page.add(Phrase("__:__  \(drug)  lot ________  by ____  checked by ____"))
    }
    page.heading("Intended state and side effects")
    for _ in 0..<BlankSheet.effects {
      page.add(
        Phrase(
          "__:__ \(blank) [ ] mild [ ] mod [ ] severe [ ] distressing gone __:__ by ___"
        )
      )
    }
    page.heading("Events, limits crossed and what was done")
    for _ in 0..<BlankSheet.events {
      page.add(Phrase("__:__  \(String(repeating: "_", count: 40))  by ____"))
    }
  }

  private func addLimits(to page: inout Page) {
    let limits = BlankLimits(words.shown, words.values)
    var table = Table([.init("Sign"), .init("Limits by priority")])
    for line in limits.lines { table.add([Phrase(line.title), line.words]) }
    page.add(table)
    if let stop = limits.stop { page.add(Phrase(stop)) }
    if !limits.others.isEmpty {
      page.add(Phrase("Other limits: \(limits.others.joined(separator: "; "))."))
    }
  }
}
