import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// Under a protocol with a schedule, a time without a reading is told where no slot tells of it.
struct GapTests {
  private func gaps(_ session: AssessedSession, asOf: String) throws -> [String] {
    let file = try session.file(asOf: asOf)
    let clock = SessionClock(file.zone)
    return Gap.gaps(in: file).map { $0.text(clock, near: file.session.opened.instant).spaced }
  }

  /// Every slot of T+10 to T+60 is kept in time; opened 13:00, dose 13:15.
  private func kept() throws -> AssessedSession {
    var session = try HandPlan.dosed()
    for clock in ["13:25", "13:35", "13:45"] {
      try session.add(clock, try vitals([.systolic: 126, .diastolic: 80, .moaas: 5]))
    }
    return session
  }

  @Test func `nothing measured before the dose is told, whether or not a slot was missed after it`()
    throws
  {
    var session = try AssessedSession(under: HandPlan.made())
    try session.add("15:00", try ScheduledSession.ketamine())
    #expect(try gaps(session, asOf: "14:59") == ["119 min without a reading since 13:00"])
    #expect(try gaps(session, asOf: "15:30") == ["2 h 30 min without a reading since 13:00"])
    try session.add("15:30", try HandPlan.pressures(124, 78))
    #expect(try gaps(session, asOf: "15:30") == ["2 h 30 min without a reading, 13:00 to 15:30"])
  }

  @Test func `more than twenty minutes between two slots are told`() throws {
    var session = try kept()
    try session.add("14:15", try vitals([.systolic: 126, .diastolic: 80, .moaas: 5]))
    try session.add("15:15", try HandPlan.pressures(124, 78))
    #expect(
      try gaps(session, asOf: "15:15") == [
        "30 min without a reading, 13:45 to 14:15", "60 min without a reading, 14:15 to 15:15",
      ]
    )
  }

  @Test func `exactly twenty minutes are not`() throws {
    var session = try kept()
    try session.add("14:05", try vitals([.heartRate: 70]))
    #expect(try gaps(session, asOf: "14:25").isEmpty)
  }

  @Test func `what a slot says was missed, overdue or put off is not told twice`() throws {
    // T+60 is 14:15: due until 14:20, then overdue.
    let session = try kept()
    #expect(try gaps(session, asOf: "14:19") == ["34 min without a reading since 13:45"])
    #expect(try gaps(session, asOf: "14:20").isEmpty)
    #expect(try gaps(session, asOf: "14:40").isEmpty)
    var late = session
    try late.add("14:40", try vitals([.heartRate: 70]))
    #expect(try gaps(late, asOf: "14:40").isEmpty)
    var putOff = session
    try putOff.add("14:13", HandPlan.deferral(.bloodPressure))
    #expect(try gaps(putOff, asOf: "14:18").isEmpty)
  }

  @Test func `a slot beside a time without a reading says nothing of it`() throws {
    // T+20 of blood pressure is missed; then nothing is due from T+30 to T+60.
    var session = try HandPlan.dosed()
    try session.add("13:25", try HandPlan.pressures(126, 80))
    try session.add("13:35", try vitals([.moaas: 5]))
    try session.add("13:45", try vitals([.systolic: 126, .diastolic: 80, .moaas: 5]))
    try session.add("14:15", try vitals([.systolic: 126, .diastolic: 80, .moaas: 5]))
    #expect(
      try gaps(session, asOf: "14:15") == ["30 min without a reading, 13:45 to 14:15"]
    )
  }

  @Test func `timeline, report and documents have them`() throws {
    var session = try kept()
    try session.add("14:15", try vitals([.systolic: 126, .diastolic: 80, .moaas: 5]))
    let file = try session.file(asOf: "14:16")
    let style = Style(width: 200)
    let timeline = TimelineText(file, style: style).text.spaced
    #expect(timeline.contains(" – 30 min without a reading, 13:45 to 14:15 –\n"))
    #expect(timeline.contains("– – no reading for more than 20 min"))
    let report = SessionReportText(file, style: style).text.spaced
    #expect(report.contains("\n30 min without a reading, 13:45 to 14:15\n"))
    for document in [TimelineJSON(file).text, SessionReportJSON(file).text] {
      let object = try JSONSerialization.jsonObject(with: Data(document.utf8))
      let gaps = try #require((object as? [String: Any])?["gaps"] as? [[String: Any]])
      #expect(gaps.map { $0["minutes"] as? Int } == [30])
    }
  }
}
