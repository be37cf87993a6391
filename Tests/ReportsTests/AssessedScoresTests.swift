import Monitoring
import Reports
import SessionRecord
import Testing

/// What the assessment finds of each new kind, as the views say it.
struct AssessedScoresTests {
  /// The scored session's entries under its rules, assessed.
  private func file(asOf: String = "14:20") throws -> SessionFile {
    var session = try AssessedSession(under: EveryKind.made())
    for entry in try ScoredSession().log.entries.dropFirst() {
      try session.addAt(entry.observed.instant, entry.content)
    }
    return try session.file(asOf: asOf)
  }

  @Test(arguments: [
    "NEWS2 at or over 4: at least 4 without consciousness (SpO2, oxygen, temperature missing)",
    "systolic up by 30 mmHg within 10 min: up 34 mmHg", "MAP over 130 mmHg: 131 mmHg",
    "MAP under 65 mmHg: 64.7 mmHg", "shock index at or over 0.9: 1.20",
    "PHQ-9 at or over 10: 12/27, moderate", "PHQ-9 item 9 at or over 1: 2",
    "line lost for 2 min",
    "a further dose while a high flag is open: ketamine 10 mg intravenous", "chaperone away",
    "nothing entered for 15 min since #13",
    "systolic at or over baseline + 20 mmHg, not falling 10 min after the start: 158 mmHg",
  ])
  func `is told with its exact value`(words: String) throws {
    let text = TimelineText(try file(), style: Style(width: 400)).text
      .replacing("\u{A0}", with: " ")
    let raised = text.split(separator: "\n").filter {
      $0.contains(" raised, ") || $0.contains(" raised ")
    }
    #expect(
      raised.contains { $0.contains("priority: \(words)") || $0.contains("(process): \(words)") },
      "\(raised.joined(separator: "\n"))"
    )
  }

  @Test func `of a combination tells what completed it`() throws {
    var session = try AssessedSession(under: EveryKind.made())
    try session.add("13:30", try ScheduledSession.ketamine())
    try session.add("13:40", try vitals([.systolic: 170, .diastolic: 90]))
    try session.add("13:50", .effect(SideEffect(.headache, grade: .words(.moderate))))
    let answer = try session.answer(asOf: "13:50").replacing("\u{A0}", with: " ")
    #expect(
      answer.contains("high priority: headache with high blood pressure: headache moderate")
    )
    #expect(answer.contains("\n    “Tell the prescriber.”"))
    try session.add("13:55", try vitals([.systolic: 165, .diastolic: 90]))
    let text = SessionReportText(try session.file(asOf: "13:56"), style: Style(width: 200)).text
    #expect(text.replacing("\u{A0}", with: " ").contains("headache moderate (#4), 2 readings"))
  }

  @Test func `tells a stop criterion that is met, and only of the rule that is one`() throws {
    let lines = TimelineText(try file(), style: Style(width: 400)).text
      .split(separator: "\n").filter { $0.contains("stop criterion met: decide now") }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("MAP under 65") ?? false)
    let document = TimelineJSON(try file()).text
    #expect(document.split(separator: "\"stopCriterionMet\": true").count == 2)
  }

  @Test func `agrees with the NEWS2 that is shown beside each set`() throws {
    let file = try file()
    let readings = file.news2Readings
    for flag in file.assessment.flags where flag.measure == .news2 {
      for broken in flag.readings {
        let shown = try #require(readings.first { $0.entry == broken.entry })
        #expect(broken.reckoned?.numerator == shown.score.counted * 1_000)
        #expect(broken.reckoned?.isAtLeast == !shown.score.isComplete)
      }
    }
  }
}
