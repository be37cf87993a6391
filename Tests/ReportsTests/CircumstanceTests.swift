import Monitoring
import Reports
import SessionRecord
import Testing

/// What goes on around a remote patient is told as an event, and counted nowhere as a side effect.
struct CircumstanceTests {
  private func file() throws -> SessionFile { try ScoredSession().file() }

  @Test func `is in the timeline, and back when it is`() throws {
    let text = TimelineText(try file(), style: Style(width: 120)).text
    #expect(text.contains("  line lost"))
    #expect(text.contains("  line back"))
    #expect(text.contains("  chaperone away — Tell the prescriber."))
  }

  @Test func `is among the events of a report, and not among its side effects`() throws {
    let text = SessionReportText(try file(), style: Style(width: 120)).text
    let parts = text.split(separator: "Side effects\n", maxSplits: 1)
    let rest = try #require(parts.last).split(separator: "Every set", maxSplits: 1)
    #expect(try !#require(rest.first).contains("line"))
    #expect(try !#require(rest.first).contains("chaperone"))
    let events = try #require(text.split(separator: "Actions and notes").last)
    #expect(events.contains("line lost") && events.contains("line back"))
    #expect(events.contains("chaperone away"))
  }

  @Test func `is of its own kind in documents and tables`() throws {
    let document = TimelineJSON(try file()).text
    #expect(document.contains("\"kind\": \"circumstance\""))
    let lines = TimelineCSV(try file()).text.split(separator: "\r\n")
    let columns = try #require(lines.first).split(separator: ",")
    let effect = try #require(columns.firstIndex(of: "effect"))
    let lost = try #require(
      lines.first { $0.contains(",circumstance,") && $0.contains("line lost") }
    )
    #expect(lost.split(separator: ",", omittingEmptySubsequences: false)[effect].isEmpty)
  }
}
