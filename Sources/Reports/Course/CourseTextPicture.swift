import Monitoring
import SessionRecord

/// A course on a terminal: one line a session, downwards in time, with bars for dose and rise; then each
/// scale with its scores.
struct CourseTextPicture {
  private let report: CourseReport
  private let style: Style
  private let rows: [CourseRow]
  private let keys: [CourseDoseKey]

  init(_ report: CourseReport, _ style: Style) {
    self.report = report
    self.style = style
    rows = report.rows
    keys = CourseDoseKey.all(of: rows)
  }

  func add(to page: inout Page) {
    page.heading("Over time")
    var table = Table(
      [
        .init("Day"), .init("After"), .init("Dose"), .init(""), .init("Rise, mmHg"), .init(""),
        .init("Flags"),
      ],
      gap: 1
    )
    for row in rows { add(row, to: &table) }
    page.add(table)
    for key in keys { page.add(Phrase(legend(of: key)), indent: 2) }
    page.add(
      "+ is a rise of the systolic of about 5\u{A0}mmHg. H, M, L: a high, medium, low flag.",
      indent: 2
    )
    for series in report.series { add(series, to: &page) }
  }

  /// Of bars: what the other columns leave, shared.
  private var room: (dose: Int, rise: Int) {
    style.width >= 110 ? (36, 24) : (14, 10)
  }

  private func add(_ row: CourseRow, to table: inout Table) {
    let doses: [(bar: String, words: String)] = row.given.compactMap { given in
      guard let key = keys.first(where: { $0.isOf(given) }) else { return nil }
      return (bar(given, key), key.words(given))
    }
    let first = doses.first ?? ("", "no dose")
    table.add([
      Phrase(report.stamp(row.at).civil.date), Phrase(row.intervalWords.unbroken),
      Phrase(first.bar), Phrase(first.words), Phrase(riseBar(row)), Phrase(row.riseWords),
      flags(of: row),
    ])
    for dose in doses.dropFirst() {
      table.add(["", "", Phrase(dose.bar), Phrase(dose.words), "", "", ""])
    }
  }

  private func bar(_ given: SessionTally.GivenTotal, _ key: CourseDoseKey) -> String {
    guard let amount = key.amount(given), key.most > 0 else { return "?" }
    return String(repeating: key.letter, count: max(1, amount * room.dose / key.most))
  }

  private func riseBar(_ row: CourseRow) -> String {
    guard let rise = row.tally.rise, rise.systolic > 0 else { return "" }
    return String(repeating: "+", count: min(room.rise, max(1, rise.systolic / 5_000)))
  }

  /// `H M L`, with a number where there is more than one.
  private func flags(of row: CourseRow) -> Phrase {
    let letters: [(Priority, String)] = [(.high, "H"), (.medium, "M"), (.low, "L")]
    return letters.map { priority, letter in
      let count = row.flags(priority)
      guard count > 0 else { return Phrase("") }
      return Phrase(count > 1 ? "\(letter)\(count)" : letter, Ink(priority))
    }.joined(" ")
  }

  private func legend(of key: CourseDoseKey) -> String {
    "\(key.letter) \(key.title), the longest is \(decimal(key.most)) \(key.unit)"
  }

  private func add(_ series: ScoreSeries, to page: inout Page) {
    page.blank()
    page.add(Phrase("\(series.title)", .strong) + Phrase(", \(series.direction)"))
    let most = max(series.scale?.range.upperBound ?? 0, series.scores.map(\.score).max() ?? 0)
    let length = style.width >= 110 ? 80 : 44
    for score in series.scores {
      let bar = most > 0 ? max(0, score.score) * length / most : 0
      page.add(
        Phrase(String(repeating: "─", count: bar) + "● " + String(score.score)),
        after: Phrase(report.stamp(score.at).civil.date + "  "),
        indent: 2
      )
    }
  }
}
