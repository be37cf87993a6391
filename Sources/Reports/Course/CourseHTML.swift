import Monitoring
import SessionRecord

/// A patient's course of treatment for paper and screen: one picture, one table, and what belongs to it.
package struct CourseHTML {
  private let report: CourseReport
  private let letterhead: Letterhead

  package init(_ report: CourseReport, letterhead: Letterhead) {
    self.report = report
    self.letterhead = letterhead
  }

  package var text: String {
    let patient = report.course.patient
    let rows = report.rows
    var body = PageHead(
      letterhead: letterhead,
      title: "Course of treatment",
      lines: [
        Phrase("\(counted(rows.count, "session")), as of \(PaperDate.stamp(report.now))."),
        "Vigil records and flags; a named clinician decides. Nothing here says that a treatment works.",
      ],
      box: PatientFacts(patient, onPaper: true).lines
    ).markup
    if rows.isEmpty {
      body.element("p", text: "No session yet.")
      body.line()
    } else {
      body.element("h2", text: "Over time")
      body.line()
      body.element("div", .class("wide keep")) { $0.add(CoursePicture(report).markup) }
      body.line()
      body.element("h2", text: "Sessions")
      body.line()
      body.element("div", .class("wide")) { $0.add(CourseSessionTable(report, rows).markup) }
      body.line()
    }
    var sheet = PageSheet()
    CourseSections(report, onPaper: true).add(to: &sheet)
    body.add(sheet.markup)
    let clock = SessionClock(report.zone, onPaper: true)
    let seals = SealWords(letterhead.mark, clock)?.lines ?? []
    if !seals.isEmpty {
      body.element("p", .class("seals"), text: seals.joined(separator: " "))
      body.line()
    }
    return PrintedPage(
      title: "Course of treatment – \(RunningHeads.patient(patient))",
      running: RunningHeads(
        topLeft: RunningHeads.patient(patient),
        topRight: "Course of treatment · \(counted(rows.count, "session"))",
        letterhead: letterhead
      ),
      letterhead: letterhead,
      body: body
    ).text
  }
}
