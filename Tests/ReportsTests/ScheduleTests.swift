import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// What was not kept in time has its place in the timeline, and its reason in the report.
struct ScheduleTests {
  private let wide = Style(width: 200)

  private func timeline(_ session: AssessedSession, asOf: String) throws -> [String] {
    TimelineText(try session.file(asOf: asOf), style: wide).text.split(separator: "\n")
      .map { String($0).spaced }
  }

  @Test func `a missed slot is a line where it was due`() throws {
    let lines = try timeline(ScheduledSession.recovered(), asOf: "15:15")
    let missed = try #require(
      lines.firstIndex {
        $0.contains("— blood pressure and heart rate, nausea, vomiting, headache")
      }
    )
    #expect(lines[missed].hasPrefix("    13:50 T+20 "))
    #expect(lines[missed].hasSuffix("due T+20: missed"))
    #expect(lines[missed - 1].contains("#15 13:50"))
    #expect(lines[missed + 1].contains("#16 13:52"))
  }

  @Test func `a slot kept in time is no line`() throws {
    let lines = try timeline(ScheduledSession.running(), asOf: "13:46")
    #expect(!lines.contains { $0.contains("due T+") })
    #expect(
      try timeline(ScheduledSession.recovered(), asOf: "15:15").contains { $0.contains("due T+") }
    )
  }

  @Test func `says why a reading is missing, and which entry says so`() throws {
    let text = try timeline(ScheduledSession.recovered(), asOf: "15:15").joined(separator: "\n")
    #expect(text.contains("due T+40: not obtained: cuff error (#18)"))
    #expect(text.contains("due T+55: deferred: asleep, breathing well (#20)"))
    #expect(text.contains("due T+30: kept late 14:05 (#17)"))
  }

  @Test func `an overdue slot says since when`() throws {
    let text = try timeline(ScheduledSession.overdue(), asOf: "13:56").joined(separator: "\n")
    #expect(text.contains("due T+20: OVERDUE since 13:55"))
    let sooner = try timeline(ScheduledSession.overdue(), asOf: "13:54").joined(separator: "\n")
    #expect(!sooner.contains("OVERDUE"))
  }

  @Test func `the report counts what was kept and says why the rest was not`() throws {
    let text = SessionReportText(
      try ScheduledSession.recovered().file(asOf: "15:15"),
      style: wide
    ).text.spaced
    #expect(
      text.contains(
        "blood pressure and heart rate: 5 of 8 kept (1 late), 1 missed, 1 not obtained: cuff "
          + "error; 1 deferred: asleep, breathing well; baseline: 2 sets"
      )
    )
    #expect(text.contains("\n  T+20 13:50 missed\n  T+30 14:00 kept late 14:05 (#17)\n"))
    #expect(text.contains("CADSS-6: 0 of 1 kept, 1 missed\n"))
    #expect(text.contains("temperature and oxygen: nothing was due yet; baseline: 1 set\n"))
  }

  @Test func `the report says that there is no dose, or no schedule`() throws {
    let before = SessionReportText(
      try ScheduledSession.beforeDose().file(asOf: "13:20"),
      style: wide
    ).text
    #expect(
      before.contains(
        "Schedule\nThe schedule starts with the first dose of ketamine. There is none.\n"
      )
    )
    #expect(before.contains("blood pressure and heart rate: baseline: 1 of 2 sets\n"))
    #expect(before.contains("temperature and oxygen: baseline: 0 of 1 set, OVERDUE since 13:15\n"))
    #expect(before.contains("CADSS-6: nothing is due before the dose\n"))
    let bare = SessionReportText(try SampleSession().file(), style: wide).text
    #expect(bare.contains("Schedule\nThe protocol has no schedule.\n"))
  }

  @Test func `slots are lines of the table in their place, unless only vitals are asked for`()
    throws
  {
    let file = try ScheduledSession.recovered().file(asOf: "15:15")
    let lines = TimelineCSV(file).text.split(separator: "\r\n").map(String.init)
    let missed = try #require(lines.firstIndex { $0.hasSuffix(",bp,20,,,,") })
    #expect(
      lines[missed].hasPrefix("S-2026-0119,P-014,,slot,2026-11-19T13:50:00+01:00,,20,,,,missed,")
    )
    #expect(lines[missed - 1].hasPrefix("S-2026-0119,P-014,15,"))
    #expect(lines.contains { $0.hasSuffix(",cuff error,bp,40,,,,") })
    let width = try #require(lines.first).split(separator: ",", omittingEmptySubsequences: false)
    #expect(
      lines[missed].split(separator: ",", omittingEmptySubsequences: false).count == width.count
    )
    #expect(!TimelineCSV(file, vitalsOnly: true).text.contains(",slot,"))
  }

  @Test func `the document has every slot with its state and its entries`() throws {
    let file = try ScheduledSession.recovered(under: ScheduledSession.small()).file(asOf: "15:15")
    let text = TimelineJSON(file).text
    for state in ["kept", "kept-late", "not-obtained", "deferred", "missed"] {
      #expect(text.contains("\"state\": \"\(state)\""), "\(state)")
    }
    #expect(text.contains(#""reasons": ["#))
    #expect(text.contains("\"cuff error\""))
  }
}
