import Foundation
import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

struct ChartSVGTests {
  static func chart(_ file: SessionFile) -> SessionChart { SessionChart(SessionWords(file)) }

  /// The samples and twelve sessions at random, each with the seed that repeats it.
  static func sessions() throws -> [(name: String, chart: SessionChart)] {
    var charts = [
      ("sample", chart(try SampleSession().file())),
      ("left", chart(try ScheduledSession.left().file())),
      ("scored", chart(try ScoredSession().file())),
      ("hostile", chart(try HostileSession.made().file())),
    ]
    charts += try ChartSessions.all().map { ($0.name, chart($0.file)) }
    var seeds = SeededGenerator()
    for _ in 0..<12 {
      var random = SeededGenerator(seed: seeds.next())
      let name = "seed \(random.seed)"
      charts.append((name, chart(try ChartRandom.file(&random))))
    }
    return charts
  }

  @Test(arguments: ["sample", "left", "infusion", "holes", "night"])
  func `draws the chart`(name: String) throws {
    let file =
      switch name {
      case "sample": try SampleSession().file()
      case "left": try ScheduledSession.left().file()
      case "infusion": try ChartSessions.infusion()
      case "holes": try ChartSessions.holes()
      default: try ChartSessions.night()
      }
    let chart = ChartSVGTests.chart(file)
    let parts = [ChartSVG(chart).markup, ChartLegend(chart).markup, EventKey(chart).markup]
    try Golden.check(parts.map(\.html).joined(separator: "\n"), "chart-\(name).svg")
  }

  /// `5 systolic` of every value that was measured.
  static func measured(_ chart: SessionChart) -> [String] {
    chart.sets.flatMap { set in set.values.keys.map { "\(set.entry.value) \($0.key)" } }.sorted()
  }

  /// The same of every element that says which reading it stands for.
  static func drawn(_ html: String) -> [String] {
    html.components(separatedBy: "data-reading=\"").dropFirst().compactMap {
      $0.components(separatedBy: "\"").first
    }.sorted()
  }

  @Test func `draws every reading once`() throws {
    for (name, chart) in try ChartSVGTests.sessions() {
      let drawn = ChartSVGTests.drawn(ChartSVG(chart).markup.html)
      #expect(drawn == ChartSVGTests.measured(chart), "\(name)")
    }
  }

  @Test func `would notice a reading that is not drawn`() throws {
    let whole = ChartSVGTests.chart(try SampleSession().file())
    let part = ChartSVGTests.chart(try SampleSession().file(upTo: 11))
    let drawn = ChartSVGTests.drawn(ChartSVG(part).markup.html)
    #expect(drawn.count > 10)
    #expect(drawn != ChartSVGTests.measured(whole))
  }

  @Test func `draws every standing flag with its number`() throws {
    for (name, chart) in try ChartSVGTests.sessions() {
      let marks = ChartSVG(chart).drawing.shapes.compactMap { shape -> Int? in
        guard case .words(let words, _, let type) = shape.form, type.isBold,
          type.size == FlagMark.lettering.size
        else { return nil }
        return Int(words)
      }
      let numbers = chart.flags.map(\.number.value)
      for number in numbers { #expect(marks.contains(number), "\(name), flag \(number)") }
    }
  }

  @Test func `keeps every point and its symbol inside its panel`() throws {
    for (name, chart) in try ChartSVGTests.sessions() {
      let svg = ChartSVG(chart)
      for point in svg.points {
        let panel = point.sign == .spo2 ? svg.panels.oxygen : svg.panels.pressure
        let box = point.box
        let isInside =
          box.left >= panel.left && box.right <= panel.right && box.top >= panel.top
          && box.bottom <= panel.bottom
        #expect(isInside, "\(name), \(point.name) at \(point.spot)")
      }
    }
  }

  /// Pairs of words that lie on each other.
  static func collisions(_ drawing: Drawing) -> [String] {
    let words = drawing.words
    return words.indices.flatMap { one in
      words.indices.dropFirst(one + 1).filter { words[one].box.meets(words[$0].box) }
        .map { "“\(words[one].text)” on “\(words[$0].text)”" }
    }
  }

  @Test func `lays no words on others`() throws {
    for (name, chart) in try ChartSVGTests.sessions() {
      let found = ChartSVGTests.collisions(ChartSVG(chart).drawing)
      #expect(found.isEmpty, "\(name): \(found.prefix(5))")
      let legend = ChartSVGTests.collisions(ChartLegend(chart).drawing.shapes)
      #expect(legend.isEmpty, "legend of \(name): \(legend.prefix(5))")
    }
  }

  @Test func `would notice words on others`() {
    var drawing = Drawing()
    drawing.words("systolic at or over 160", Spot(100, 100))
    drawing.words("HR at or over 131", Spot(140, 104))
    #expect(ChartSVGTests.collisions(drawing).count == 1)
  }

  @Test func `keeps words on the sheet`() throws {
    for (name, chart) in try ChartSVGTests.sessions() {
      let svg = ChartSVG(chart)
      for (text, box) in svg.drawing.words {
        let isInside =
          box.left >= 0 && box.right <= 1_000 && box.top >= 0 && box.bottom <= svg.height
        #expect(isInside, "\(name): “\(text)” at \(box)")
      }
    }
  }

  @Test func `carries its own colours on every shape`() throws {
    let chart = ChartSVGTests.chart(try ChartSessions.holes())
    for markup in [ChartSVG(chart).markup, ChartLegend(chart).markup] {
      let lines = markup.html.split(separator: "\n").filter { line in
        ["<line", "<rect", "<circle", "<path", "<text"].contains { line.hasPrefix($0) }
      }
      #expect(lines.count > 10)
      for line in lines { #expect(line.contains(" fill=\""), "\(line)") }
      for line in lines where line.hasPrefix("<line") { #expect(line.contains(" stroke=\"#")) }
    }
  }

  @Test func `has a dark rule for every class that it uses`() throws {
    let rules = "\(ChartSVG.darkRules)"
    for (name, chart) in try ChartSVGTests.sessions().prefix(11) {
      for shape in ChartSVG(chart).drawing.shapes {
        #expect(
          rules.contains(".\(shape.paint.name) ")
            || rules.contains(".\(shape.paint.name),"),
          "\(name): \(shape.paint.name)"
        )
      }
    }
  }
}
