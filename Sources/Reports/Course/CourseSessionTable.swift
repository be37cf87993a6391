import Monitoring
import SessionRecord

/// The sessions of a course in a table of a page, one row each and one line for each drug and route.
struct CourseSessionTable {
  private let report: CourseReport
  private let rows: [CourseRow]

  init(_ report: CourseReport, _ rows: [CourseRow]) {
    self.report = report
    self.rows = rows
  }

  private static let columns: [(heading: String, isNumber: Bool)] = [
    ("Session", false), ("Day", false), ("Interval", false), ("Protocol", false),
    ("Drug and route", false), ("mg", true), ("mg/kg", true), ("Rise", true), ("Flags", true),
    ("Worst effect", false), ("Left", false), ("Reviewed", false),
  ]

  var markup: Markup {
    var markup = Markup()
    markup.element("table", .class("sessions")) { table in
      table.element("caption", text: CourseText.remark)
      table.line()
      table.head(CourseSessionTable.columns)
      table.element("tbody") { body in
        body.line()
        for row in rows {
          body.element("tr") { add(row, to: &$0) }
          body.line()
        }
      }
    }
    return markup
  }

  private func add(_ row: CourseRow, to markup: inout Markup) {
    markup.element(
      "th",
      Markup.Attribute("scope", "row"),
      .class("nowrap"),
      text: row.session.label
    )
    cell(PaperDate.date(report.stamp(row.at).civil), to: &markup)
    cell(row.intervalWords, to: &markup)
    cell(row.protocolWords, to: &markup)
    let given = row.given
    lines(given.isEmpty ? ["no dose"] : given.map(\.words), to: &markup)
    lines(given.map(\.milligramNumber), isNumber: true, to: &markup)
    lines(given.map(\.perKilogramNumber), isNumber: true, to: &markup)
    number(row.riseWords, to: &markup)
    markup.element("td", .class("number nowrap")) { $0.phrase(row.flagWords) }
    cell(row.effectWords, to: &markup)
    cell(row.leavingWords, to: &markup)
    cell(row.reviewedWords, to: &markup)
  }

  private func cell(_ words: String, to markup: inout Markup) {
    markup.element("td", text: words)
  }

  private func number(_ words: String, to markup: inout Markup) {
    markup.element("td", .class("number nowrap"), text: words)
  }

  private func lines(_ words: [String], isNumber: Bool = false, to markup: inout Markup) {
    markup.element("td", .class(isNumber ? "number" : "")) { $0.lines(words.map { Phrase($0) }) }
  }
}

extension SessionTally.GivenTotal {
  /// `40`, `≥ 40`, `not known`: the heading has the unit.
  fileprivate var milligramNumber: String { number(milligramThousandths) }
  fileprivate var perKilogramNumber: String { number(perKilogramThousandths) }

  private func number(_ thousandths: Int?) -> String {
    guard let thousandths else { return "not known" }
    return (isIncomplete ? "≥ " : "") + decimal(thousandths)
  }
}
