import Foundation
import Monitoring
import Reports
import SessionRecord
import Testing

/// What was typed after `--` is in every view of the session.
struct RemarkTests {
  private let file: SessionFile

  init() throws {
    var session = try AssessedSession()
    try session.add("13:05", try set(150, 90, 70, 98, remark: "left arm, standing"))
    try session.add("13:10", try set(148, 90, 70, 98))
    try session.add("13:15", try set(146, 90, 70, 98, remark: "left arm, standing"))
    let nausea = EffectName("nausea")
    try session.add(
      "13:20",
      .effect(SideEffect(nausea, grade: .words(.moderate), remark: "vomited twice"))
    )
    try session.add(
      "13:25",
      .effect(SideEffect(.dissociation, grade: .words(.mild), remark: "sea"))
    )
    try session.add("13:30", .effect(SideEffect(.headache, course: .absent, remark: "asked")))
    try session.add("13:35", .effect(SideEffect(nausea, course: .gone, remark: "ginger tea")))
    file = try session.file()
  }

  @Test(arguments: [40, 80, 200]) func `stands in the report and the table`(width: Int) throws {
    let style = Style(width: width)
    for text in [
      SessionReportText(file, style: style).text,
      TimelineText(file, style: style, vitalsOnly: true).text,
    ] {
      #expect(text.contains("13:05[1]"))
      #expect(text.contains("13:15[1]"))
      #expect(!text.contains("13:10["))
      #expect(text.contains("\n[1] remark: left arm, standing\n"))
      #expect(text.contains("14:05[1] remark, below the table"))
      #expect(!text.contains("not obtained, why"))
    }
  }

  @Test func `stands below the effects, the intended state apart`() throws {
    let text = SessionReportText(file, style: Style(width: 200)).text
    let side = try #require(text.range(of: "\nSide effects\n"))
    #expect(text[..<side.lowerBound].contains("#6 13:25 – dissociation mild — sea\n"))
    for line in [
      "#5 13:20 – nausea moderate — vomited twice\n", "#7 13:30 – no headache — asked\n",
      "#8 13:35 – nausea gone — ginger tea\n",
    ] { #expect(text[side.lowerBound...].contains(line), "\(line)") }
  }

  @Test func `stands in documents and tables`() throws {
    let remarks = ["left arm, standing", "vomited twice", "sea", "asked", "ginger tea"]
    for text in [SessionReportJSON(file).text, TimelineJSON(file).text] {
      for remark in remarks { #expect(text.contains(#""remark": "\#(remark)""#), "\(remark)") }
    }
    let table = TimelineCSV(file).text
    for remark in remarks { #expect(table.contains("— \(remark)"), "\(remark)") }
    #expect(TimelineCSV(file, vitalsOnly: true).text.contains("— left arm, standing"))
  }

  @Test func `says for which mark the notes are`() throws {
    var session = try AssessedSession()
    try session.add(
      "13:05",
      try vitals([.heartRate: 70], others: [.spo2: .notObtained(because: "cold hands")])
    )
    let text = TimelineText(try session.file(), style: Style(width: 200), vitalsOnly: true).text
    #expect(text.contains("–[1] not obtained, why"))
    #expect(!text.contains("remark, below"))
  }
}
