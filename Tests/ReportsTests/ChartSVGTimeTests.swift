import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

struct ChartSVGTimeTests {
  private static func words(_ file: SessionFile) -> [String] {
    ChartSVG(ChartSVGTests.chart(file)).drawing.words.map(\.text)
  }

  @Test func `says a new day, and that the clocks were changed`() throws {
    let words = ChartSVGTimeTests.words(try ChartSessions.night())
    #expect(words.contains("24\u{A0}Oct\u{A0}2026"))
    #expect(words.contains("25\u{A0}Oct\u{A0}2026"))
    #expect(words.contains("clocks changed to +01:00"))
    // The hour from two to three came twice.
    #expect(words.count { $0 == "02:00" } == 2)
    #expect(words.contains("+11\u{A0}h"))
  }

  /// Where the words begin that say a day, and where that midnight is.
  private func day(_ from: String, _ to: String) throws -> (label: Double?, midnight: Double) {
    let log = try SampleLog()
    let next = to < from ? TimeSpan.minutes(1_440) : .minutes(0)
    let clock = SessionClock(log.zone, onPaper: true)
    let axis = PlotAxis(from: try log.at(from), to: try log.at(to) + next, clock: clock)
    var drawing = Drawing()
    TimeRows(axis, timeZero: nil).add(to: &drawing)
    let label = drawing.words.first { $0.text == "20\u{A0}Nov\u{A0}2026" }
    return (label?.box.left, axis.x(try log.at("00:00") + .minutes(1_440)))
  }

  @Test(arguments: [
    ("20:00", "03:00"), ("23:35", "00:56"), ("23:43", "00:56"), ("23:55", "01:30"),
    ("23:50", "00:20"), ("14:10", "02:30"), ("22:50", "23:59"),
  ])
  func `says a new day over its midnight`(from: String, to: String) throws {
    let day = try day(from, to)
    guard to < from else {
      // The sheet reaches past midnight where the session does not.
      #expect(day.label.map { abs($0 - day.midnight) < 70 } ?? true)
      return
    }
    let label = try #require(day.label)
    #expect(abs(label - day.midnight) < 1, "\(label), midnight \(day.midnight)")
  }

  @Test func `says no date and no change in a session of one afternoon`() throws {
    let words = ChartSVGTimeTests.words(try SampleSession().file())
    #expect(!words.contains { $0.contains("2026") || $0.contains("clocks") })
    #expect(words.contains("13:30") && words.contains("0′") && words.contains("−30′"))
  }

  @Test func `counts no minutes without a first dose`() throws {
    let words = ChartSVGTimeTests.words(try ChartSessions.oneSet())
    #expect(!words.contains { $0.hasSuffix("′") || $0 == "min" })
  }

  @Test(arguments: [
    (20, 5, 15), (240, 5, 15), (241, 15, 30), (480, 15, 30), (720, 30, 60), (2_000, 60, 180),
  ])
  func `makes the grid coarser for longer sessions`(minutes: Int, minor: Int, major: Int) throws {
    let log = try SampleLog()
    let start = try log.at("08:00")
    let clock = SessionClock(log.zone)
    let axis = PlotAxis(from: start, to: start + .minutes(minutes), clock: clock)
    #expect(axis.minor == minor && axis.major == major)
    #expect(axis.ticks.count { $0.isMajor } <= 17)
    #expect(axis.x(start) > PlotAxis.left && axis.x(start + .minutes(minutes)) < PlotAxis.right)
  }

  @Test(arguments: [1, 20, 200, 1_000, 5_000, 40_000, 600_000])
  func `has sixteen times or so above a session of any length`(minutes: Int) throws {
    let log = try SampleLog()
    let start = try log.at("08:00")
    let clock = SessionClock(log.zone)
    let axis = PlotAxis(from: start, to: start + .minutes(minutes), clock: clock)
    #expect((1...19).contains(axis.ticks.count { $0.isMajor }))
    #expect(axis.ticks.count < 120)
  }

  @Test func `tells the chart in words`() throws {
    let chart = ChartSVGTests.chart(try SampleSession().file())
    let words = ChartDescription(chart)
    #expect(
      words.title == "Vital signs, medicines, side effects and events from 13:00 to 15:32"
    )
    #expect(
      words.text
        == "Blood pressure from 126/79\u{A0}mmHg at baseline to a peak of 170/104 at 14:15;"
        + " the last is 139/86 at 14:40. Highest heart rate 88/min at 14:15. Lowest SpO2 93% at 14:15."
        + " 3 flags. 25\u{A0}min without a reading, 13:00 to 13:25. 40\u{A0}min without a reading,"
        + " 14:40 to 15:20. All values are in the table of vital signs."
    )
  }

  @Test func `tells a chart without readings in words`() throws {
    let text = ChartDescription(ChartSVGTests.chart(try ChartSessions.missing())).text
    #expect(
      text.hasPrefix("Blood pressure was looked for and not obtained. No heart rate. No SpO2.")
    )
  }

  @Test func `explains only the signs that it uses`() throws {
    func legend(_ file: SessionFile) -> [String] {
      ChartLegend(ChartSVGTests.chart(file)).drawing.shapes.words.map(\.text)
    }
    let small = legend(try ChartSessions.oneSet())
    #expect(small == ["systolic, diastolic", "heart rate", "SpO2", "A", "alert"])
    let large = legend(try ChartSessions.holes())
    for words in [
      "mean pressure as given", "infusion", "looked for, no value", "corrected", "entered late",
      "not verified (hollow or dashed)", "high flag", "severe", "still present",
    ] {
      #expect(large.contains(words), "\(words)")
    }
    #expect(!large.contains("moderate"))
  }

  @Test func `letters the events with their times`() throws {
    let chart = ChartSVGTests.chart(try ChartSessions.large())
    let html = EventKey(chart).markup.html
    #expect(html.contains("<li><b class=\"letter\">a</b> 13:20 "))
    #expect(html.contains("<b class=\"letter\">ac</b>"))
    #expect(html.components(separatedBy: "<li>").count == chart.events.count + 1)
    #expect(EventKey(ChartSVGTests.chart(try ChartSessions.oneSet())).markup.html.isEmpty)
  }
}
