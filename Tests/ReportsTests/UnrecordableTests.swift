import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// A pressure too low to be read is news wherever pressures are summed up: none passes over it.
struct UnrecordableTests {
  /// 118/74, 126/80, then none that could be read; *later* adds one that could.
  private func session(_ later: Content? = nil) throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    try session.add("13:10", try set(118, 74, 70, 98))
    try session.add("13:40", try set(126, 80, 80, 98))
    try session.add("14:20", try lost())
    if let later { try session.add("14:24", later) }
    return try session.file()
  }

  private func lost() throws -> Content {
    try vitals(
      [.heartRate: 50, .spo2: 95],
      others: [.systolic: .unrecordable, .diastolic: .unrecordable]
    )
  }

  /// Nothing else was ever taken.
  private func alone() throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    try session.add("14:20", try lost())
    return try session.file()
  }

  private func tile(_ file: SessionFile) -> (figure: String, lines: [String]) {
    let tile = FiveTiles(SessionWords(file)).tiles[0]
    return (tile.figure.text.spaced, tile.lines.map(\.spaced))
  }

  private func description(_ file: SessionFile) -> String {
    ChartDescription(SessionChart(SessionWords(file))).text.spaced
  }

  /// The row of the chart's table with this name, single-spaced.
  private func row(_ name: String, _ file: SessionFile) throws -> String {
    let lines = ChartText(file, style: Style(width: 200)).text.spaced.split(separator: "\n")
    let row = try #require(lines.first { $0.hasPrefix(name + " ") }, "\(name)")
    return row.split(separator: " ").joined(separator: " ")
  }

  @Test func `the tile of the highest pressure says when none could be read`() throws {
    let last = tile(try session())
    #expect(last.figure == "126/80")
    #expect(last.lines.contains("first 118/74 · last unrecordable"))
    #expect(last.lines.contains("● BP unrecordable, 14:20"))
    let between = tile(try session(try set(96, 60, 60, 96)))
    #expect(
      between.lines.contains { $0.hasPrefix("first 118/74 · last ") && $0.hasSuffix("96/60") }
    )
    #expect(between.lines.contains("● BP unrecordable, 14:20"))
    #expect(tile(try alone()).figure == "● unrec.")
    #expect(tile(try alone()).lines == ["BP unrecordable, 14:20"])
  }

  @Test func `the chart in words says it`() throws {
    let last = description(try session())
    #expect(last.contains("the last is unrecordable at 14:20."))
    #expect(last.contains("to a peak of 126/80 at 13:40"))
    let between = description(try session(try set(96, 60, 60, 96)))
    #expect(between.contains("the last is 96/60 at 14:24."))
    #expect(between.contains("It was unrecordable at 14:20."))
    #expect(description(try alone()).hasPrefix("Blood pressure was unrecordable at 14:20."))
  }

  @Test func `the chart's table of start, highest, lowest and end says it`() throws {
    let file = try session()
    let unread = "unrecordable● 14:20"
    #expect(try row("BP mmHg", file) == "BP mmHg 118/74 13:10 126/80 13:40 \(unread) \(unread)")
    #expect(
      try row("measured", file)
        == "measured 118/74 13:10 126/80 13:40 118/74 13:10 126/80 13:40"
    )
    let between = try session(try set(96, 60, 60, 96))
    let row = try row("BP mmHg", between)
    #expect(row.hasPrefix("BP mmHg 118/74 13:10 126/80 13:40 \(unread) 96"))
    #expect(try self.row("BP mmHg", try alone()).hasSuffix("\(unread) – \(unread) \(unread)"))
    // Every pressure was measured: nothing is added.
    let whole = ChartText(try SampleSession().file(), style: Style(width: 200)).text
    #expect(!whole.contains("\nmeasured"))
  }

  @Test func `the extremes of the report say it below their table`() throws {
    let said = "BP unrecordable 14:20 (#4): too low to be read."
    let text = SessionReportText(try session(), style: Style(width: 200)).text.spaced
    #expect(text.contains("\n\(said)\n"))
    let page = SessionReportHTML(try session(), letterhead: try PageSamples.letterhead()).text
    let marked = said.replacing(": too", with: "</b>: too")
    #expect(page.spaced.contains("<b class=\"high\">\(marked)"))
    let whole = SessionReportText(try SampleSession().file(), style: Style(width: 200)).text
    #expect(!whole.contains("too low to be read"))
  }
}
