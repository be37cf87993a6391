import Foundation
import Monitoring
import Reports
import SessionRecord
import Testing

/// What was done about a flag whose cause is gone is not gone with it.
struct RetractedFlagTests {
  /// 185 at 13:05 raises flag 1; #3 corrects it to 150; #4 acknowledges flag 1.
  private func retracted() throws -> AssessedSession {
    var session = try AssessedSession()
    try session.add("13:05", try set(185, 90, 70, 98))
    try session.correct("13:06", 2, to: try set(150, 90, 70, 98))
    try session.acknowledge("13:07", 1, "bp.sys.crit", 2)
    return session
  }

  private func answer(_ session: AssessedSession) throws -> String {
    AnswerText(
      try session.file(),
      new: [try #require(session.log.entries.last).number],
      changes: try session.changes(),
      style: Style(width: 200)
    ).text
  }

  @Test func `an acknowledgement on no flag is in the report`() throws {
    let text = SessionReportText(try retracted().file(), style: Style(width: 200)).text
    let events = try #require(text.range(of: "Actions and notes"))
    #expect(text[events.lowerBound...].contains("flag 1 acknowledged: gave labetalol, LH told"))
    #expect(
      text[events.lowerBound...].contains("It stands on no flag: what it names is retracted.")
    )
  }

  @Test func `one that stands on a flag is below it, and only there`() throws {
    var session = try AssessedSession()
    try session.add("13:05", try set(185, 90, 70, 98))
    try session.acknowledge("13:07", 1, "bp.sys.crit", 2)
    let text = SessionReportText(try session.file(), style: Style(width: 200)).text
    #expect(text.contains("acknowledged 13:07 by KO after 2 min: gave labetalol, LH told"))
    #expect(text.contains("Actions and notes\nNone was entered."))
  }

  @Test func `the answer says that it stands on no flag`() throws {
    #expect(
      try answer(retracted()).contains(
        "flag 1 is retracted by #3: it stands as an entry, on no flag."
      )
    )
  }

  @Test func `the answer says on which flag it stands instead`() throws {
    var session = try AssessedSession()
    try session.add("13:05", try set(185, 90, 70, 98))
    // A late reading begins the episode anew: flag 2 holds the entry that flag 1 began with.
    try session.log(late: "13:04", try set(183, 90, 70, 98), recorded: "13:06")
    try session.acknowledge("13:07", 1, "bp.sys.crit", 2)
    #expect(try answer(session).contains("flag 1 is retracted by #3: it stands on flag 2."))
  }

  @Test func `the answer says nothing of it where the flag stands`() throws {
    var session = try AssessedSession()
    try session.add("13:05", try set(185, 90, 70, 98))
    try session.acknowledge("13:07", 1, "bp.sys.crit", 2)
    #expect(try !answer(session).contains("retracted"))
  }

  @Test func `the answer names the worst flags that still wait`() throws {
    var session = try AssessedSession.builtIn()
    try session.add("13:05", try set(185, 90, 135, 92))
    try session.acknowledge("13:07", 1, "bp.sys.crit", 2)
    let flags = try session.assessment().flags
    let waiting = flags.filter { $0.priority == .high && !$0.isAcknowledged }.map(\.number)
    #expect(!waiting.isEmpty)
    let words = waiting.map(\.description).joined(separator: ", ")
    let text = try answer(session)
    #expect(text.contains("Not acknowledged, high priority: flag"))
    #expect(text.contains("\(words)."))
  }

  @Test func `is struck out in a timeline with all of its life`() throws {
    var session = try AssessedSession()
    try session.add("13:05", try set(185, 90, 70, 98))
    try session.add("13:07", try set(186, 90, 70, 98))
    try session.add("13:09", try set(150, 90, 70, 98))
    try session.add("13:11", try set(150, 90, 70, 98))
    for entry in [2, 3] {
      try session.correct("13:1\(entry)", entry, to: try set(150, 90, 70, 98))
    }
    let lines = TimelineText(try session.file(), style: Style(width: 200)).text
      .split(separator: "\n").filter { $0.contains("▲1 ") && !$0.contains("▲1 retracted") }
    #expect(lines.count == 4)
    for line in lines { #expect(line.contains("▲1 ~~"), "\(line)") }
  }

  @Test func `one that stands again and has cleared is told with its state`() throws {
    var session = try AssessedSession()
    try session.add("13:05", try set(185, 90, 70, 98))
    try session.add("13:20", try set(150, 90, 70, 98))
    try session.add("13:21", try set(150, 90, 70, 98))
    try session.correct("13:22", 2, to: try set(150, 90, 70, 98))
    try session.correct("13:23", 2, to: try set(186, 90, 70, 98))
    let text = try answer(session)
    #expect(text.contains("flag 1 stands again, high priority: systolic at or over 180 mmHg"))
    #expect(text.contains(", cleared 13:21 (never repeated)"))
  }
}
