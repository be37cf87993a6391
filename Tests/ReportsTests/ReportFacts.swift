import Foundation
import Monitoring
import Reports
import SessionRecord
import TestSupport
import Testing

/// One report in every format, as the checker of facts takes it.
struct ReportFacts: Encodable {
  let name: String
  let json: String
  let html: String
  /// On a page so wide that no line is broken.
  let text: String

  init(_ name: String, _ file: SessionFile) throws {
    self.name = name
    let head = try ReportFacts.letterhead(file)
    json = SessionReportJSON(file, letterhead: head).text
    html = SessionReportHTML(file, letterhead: head).text
    text = SessionReportText(file, style: Style(width: 4_000), letterhead: head).text
  }

  static func letterhead(_ file: SessionFile) throws -> Letterhead {
    Letterhead(
      clinic: try Clinic(
        name: "Northgate Clinic",
        address: ["12 Mill Lane", "Northgate"],
        telephone: "555 0100"
      ),
      printed: Stamp(file.assessment.asOf, in: file.zone),
      version: "0.1.0",
      heads: ChainHeads(now: .zero, closed: file.session.closed == nil ? nil : .zero)
    )
  }

  /// Every sample session of these tests: amended, open, scheduled, left, scored, with all that
  /// surrounds a dose.
  static func samples() throws -> [ReportFacts] {
    var open = try SampleSession()
    open.state = .open
    var void = try SampleSession()
    void.state = .void
    let small = try ScheduledSession.small()
    return [
      try ReportFacts("sample", SampleSession().file()),
      try ReportFacts("open sample", open.file(asOf: "15:34")),
      try ReportFacts("void sample", void.file()),
      try ReportFacts("before the dose", ScheduledSession.beforeDose().file(asOf: "13:14")),
      try ReportFacts("overdue", ScheduledSession.overdue().file(asOf: "13:56")),
      try ReportFacts("answered", ScheduledSession.answered().file(asOf: "15:30")),
      try ReportFacts("left", ScheduledSession.left(under: small).file(asOf: "15:40")),
      try ReportFacts("scored", ScoredSession().file()),
      try ReportFacts("attended", AttendedSession().file),
      try ReportFacts("held", AttendedSession().held),
    ]
  }

  static var script: URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Schemas/check_facts.py")
  }

  static let checker = PythonScript(script, needs: ["html5lib"])
}
