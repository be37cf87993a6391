import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// A decision and its closing are one act: where the closing is withdrawn, no view says any more that
/// the patient leaves, and each says what was taken back.
struct TakenBackTests {
  private let wide = Style(width: 240)

  /// Decided as #34 and closed as #35; then the closing is undone as #36.
  private func undone(_ reason: Voiding.Reason = .undone) throws -> AssessedSession {
    var session = try ScheduledSession.left()
    try session.add("15:34", .void(Voiding(of: EntryNumber(35), reason: reason)))
    return session
  }

  private func leaving(_ session: AssessedSession, asOf: String = "15:40") throws -> String {
    LeavingText(try session.file(asOf: asOf), style: wide).text.spaced
  }

  @Test func `the answer to undo says that the session is open, and what is taken back with it`()
    throws
  {
    let answer = try undone().answer(asOf: "15:34", style: Style(width: 400)).spaced
    #expect(answer.contains("\n    The session is open again.\n"))
    #expect(
      answer.contains(
        "#34 15:33 ~~patient leaves, criteria met, decided by LH; escort: sister, A. Rivera; "
          + "instructions: not to drive until tomorrow; ready minute: 118, as judged by LH~~"
          + "  taken back with the closing #35 by #36 KO 15:34: undone within 60 s\n"
      )
    )
  }

  @Test func `the criteria of the open session have no decision any more`() throws {
    let text = try leaving(undone())
    #expect(text.contains("No decision stands: #34 was withdrawn by #36.\n"))
    #expect(!text.contains("patient leaves"))
    #expect(try leaving(ScheduledSession.left()).contains("patient leaves, criteria met"))
    #expect(try leaving(ScheduledSession.answered()).contains("No decision recorded.\n"))
  }

  @Test func `the timeline has it struck out in its place, with who took it back`() throws {
    let file = try undone(.because("wrong patient")).file(asOf: "15:40")
    let lines = TimelineText(file, style: wide).text.split(separator: "\n")
      .map { String($0).spaced }
    let place = try #require(lines.firstIndex { $0.contains("#34") })
    #expect(lines[place].contains("~~patient leaves, criteria met"))
    #expect(
      lines[place].hasSuffix("taken back with the closing #35 by #36 KO 15:34: wrong patient")
    )
    #expect(lines[place + 1].contains("#35"))
    #expect(lines[place + 1].contains("~~session closed~~  voided by #36"))
    let row = TimelineCSV(file).text.split(separator: "\r\n").first { $0.contains(",34,leaving,") }
    #expect(row?.contains(",voided,") == true)
    let standing = TimelineText(try ScheduledSession.left().file(asOf: "15:40"), style: wide).text
    #expect(!standing.contains("taken back"))
  }

  @Test func `the report says that none stands, and lists it among the withdrawals`() throws {
    let text = SessionReportText(try undone().file(asOf: "15:40"), style: wide).text.spaced
    #expect(text.contains("\nLeaving\nNo decision stands: #34 was withdrawn by #36.\n"))
    let parts = text.components(separatedBy: "Corrections and withdrawals")
    #expect(parts.count == 2)
    #expect(parts[0].contains("taken back") == false)
    #expect(parts[1].contains("taken back with the closing #35 by #36"))
  }

  @Test func `no document has a decision, and the entry has its withdrawal`() throws {
    let file = try undone().file(asOf: "15:40")
    let documents = [
      LeavingJSON(file).text, StatusJSON([file], now: file.assessment.asOf).text,
    ]
    for text in documents { #expect(text.contains("\"decision\": null")) }
    let left = LeavingJSON(try ScheduledSession.left().file(asOf: "15:40")).text
    #expect(!left.contains("\"decision\": null"))
    let object = try JSONSerialization.jsonObject(with: Data(TimelineJSON(file).text.utf8))
    let entries = try #require((object as? [String: Any])?["entries"] as? [[String: Any]])
    let entry = try #require(entries.first { $0["number"] as? Int == 34 })
    #expect((entry["void"] as? [String: Any])?["by"] as? Int == 36)
    let report = try JSONSerialization.jsonObject(with: Data(SessionReportJSON(file).text.utf8))
    let leaving = (report as? [String: Any])?["leaving"] as? [String: Any]
    #expect(leaving?["decision"] is NSNull)
  }

  @Test func `a decision that was made anew stands, and the one taken back stays struck out`()
    throws
  {
    var session = try undone()
    let again = try LeavingDecision(.criteriaMet, decidedBy: try ClinicianCode("MB"))
    try session.leave("15:36", again)
    let text = try leaving(session)
    #expect(text.contains("#37 15:36 T+126 patient leaves, criteria met, decided by MB\n"))
    #expect(!text.contains("decided by LH"))
    let timeline = TimelineText(try session.file(asOf: "15:40"), style: wide).text.spaced
    #expect(timeline.contains("~~patient leaves, criteria met, decided by LH"))
    #expect(timeline.contains("  patient leaves, criteria met, decided by MB\n"))
  }

  @Test func `a decision that is itself voided is none, and its closing stands`() throws {
    var session = try ScheduledSession.left()
    try session.add("15:35", .void(Voiding(of: EntryNumber(34), reason: .because("LH did not"))))
    #expect(try leaving(session).contains("No decision stands: #34 was withdrawn by #36.\n"))
    let file = try session.file(asOf: "15:40")
    let timeline = TimelineText(file, style: wide).text.spaced
    #expect(timeline.contains("~~  voided by #36 KO 15:35: LH did not\n"))
    #expect(timeline.contains("  session closed\n"))
  }
}
