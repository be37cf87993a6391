import Monitoring
import SessionRecord

/// A patient's course of treatment as text: a picture, a table, and what belongs to it.
package struct CourseText {
  private let report: CourseReport
  private let style: Style
  private let mark: PrintMark?

  package init(_ report: CourseReport, style: Style, mark: PrintMark? = nil) {
    self.report = report
    self.style = style
    self.mark = mark
  }

  package var text: String {
    var page = Page(style)
    let patient = report.course.patient
    page.add(
      Phrase("Course of treatment", .strong),
      right: Phrase("as of \(report.now.civil.date) \(report.now.clock)".unbroken)
    )
    for line in PatientFacts(patient).lines { page.add(line) }
    let rows = report.rows
    guard !rows.isEmpty else {
      page.add("No session yet.")
      addSections(to: &page)
      return page.text
    }
    CourseTextPicture(report, style).add(to: &page)
    page.heading("Sessions")
    page.add(table(rows))
    page.small(Phrase(CourseText.remark))
    addSections(to: &page)
    return page.text
  }

  private func addSections(to page: inout Page) {
    CourseSections(report, onPaper: false).add(to: &page)
    guard let mark else { return }
    page.rule()
    for line in SealWords(mark, SessionClock(report.zone))?.lines ?? [] { page.add(Phrase(line)) }
    page.add(Phrase("To check it: \(mark.typed)"))
  }

  static let remark =
    "Interval: since the last dose of the class in the session before. Rise: from the baseline to the "
    + "highest verified systolic and diastolic, mmHg. Flags about the patient: high/medium/low. "
    + "Sessions that were struck out are in no count."

  private func table(_ rows: [CourseRow]) -> Table {
    var table = Table(
      [
        .init("Session"), .init("Interval"), .init("Given"), .init("Rise"), .init("Flags"),
        .init("Worst effect"), .init("Left"), .init("Reviewed"),
      ],
      gap: style.width < 100 ? 1 : 2
    )
    for row in rows {
      let given = row.given.map { "\($0.words) \($0.milligramWords), \($0.perKilogramWords)" }
      table.add([
        Phrase("\(row.session.label) \(day(row)) \(row.protocolWords)"),
        Phrase(row.intervalWords),
        Phrase(given.isEmpty ? "no dose" : given.joined(separator: "; ")),
        Phrase(row.riseWords),
        row.flagWords,
        Phrase(row.effectWords), Phrase(row.leavingWords), Phrase(row.reviewedWords),
      ])
    }
    return table
  }

  private func day(_ row: CourseRow) -> String { report.stamp(row.at).civil.date }
}
