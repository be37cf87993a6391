import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// A new confusion that was said to be expected, in both drawings of a chart.
struct ExpectedConfusionTests {
  private func file(_ states: [(String, isExpected: Bool)]) throws -> SessionFile {
    var session = try AssessedSession()
    for (clock, isExpected) in states {
      let vitals = try Vitals(
        [
          .consciousness: .measured(Quantity(.confused), verified: true),
          .heartRate: .measured(try Quantity(.heartRate, thousandths: 72_000), verified: true),
        ],
        isConfusionExpected: isExpected
      )
      try session.add(clock, .vitals(vitals))
    }
    return try session.file(asOf: "13:40")
  }

  private func lane(_ file: SessionFile, ascii: Bool = false) throws -> String {
    let text = ChartText(file, style: Style(width: 80, ascii: ascii)).text
    return String(try #require(text.split(separator: "\n").first { $0.contains("ACVPU") }))
  }

  private func words(_ drawing: Drawing) -> [String] {
    drawing.shapes.compactMap { shape in
      if case .words(let words, _, _) = shape.form { words } else { nil }
    }
  }

  @Test(arguments: [false, true])
  func `stands apart from one that was not, in the terminal`(ascii: Bool) throws {
    let both = try file([("13:10", true), ("13:20", false), ("13:30", true)])
    let states = try lane(both, ascii: ascii).split(separator: " ").filter { $0.hasPrefix("C") }
    #expect(states == ["C*", "C", "C*"])
    let style = Style(width: 80, ascii: ascii)
    #expect(ChartText(both, style: style).text.contains("C* new confusion, expected"))
    let neither = try file([("13:10", false)])
    #expect(try lane(neither, ascii: ascii).split(separator: " ").last == "C")
    #expect(!ChartText(neither, style: style).text.contains("expected"))
  }

  @Test func `stands apart from one that was not, on the page`() throws {
    let both = SessionChart(
      SessionWords(try file([("13:10", true), ("13:20", false), ("13:30", true), ("13:35", true)]))
    )
    // One box each; the last joins two that are the same.
    let drawn = words(ChartSVG(both).drawing).filter { ["C", "C*"].contains($0) }
    #expect(drawn == ["C*", "C", "C*", "C*"])
    let legend = words(ChartLegend(both).drawing.shapes)
    #expect(legend.contains("new confusion, expected"))
    #expect(legend.contains("new confusion"))
    let expected = SessionChart(SessionWords(try file([("13:10", true)])))
    #expect(!words(ChartLegend(expected).drawing.shapes).contains("new confusion"))
    let neither = SessionChart(SessionWords(try file([("13:10", false)])))
    #expect(!words(ChartLegend(neither).drawing.shapes).contains("new confusion, expected"))
  }
}
