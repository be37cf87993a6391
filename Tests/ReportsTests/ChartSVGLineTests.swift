import Foundation
import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// Lines join what was read one after the other, and nothing else.
struct ChartSVGLineTests {
  /// The pieces of the lines of a class, as they are drawn.
  static func pieces(_ drawing: Drawing, _ name: String) -> [(from: Spot, to: Spot)] {
    drawing.shapes.flatMap { shape -> [(from: Spot, to: Spot)] in
      guard case .path(let path) = shape.form, shape.paint.name == name, shape.paint.fill == "none"
      else { return [] }
      let spots = path.split(separator: " ").compactMap { word -> Spot? in
        let numbers = word.drop { "ML".contains($0) }.split(separator: ",").compactMap {
          Double($0)
        }
        return numbers.count == 2 ? Spot(numbers[0], numbers[1]) : nil
      }
      return Array(zip(spots, spots.dropFirst())).map { (from: $0, to: $1) }
    }
  }

  @Test(arguments: [(VitalSign.heartRate, "blue-s"), (.spo2, "mute-s")])
  func `joins no readings over a gap, a missing value or one that is not verified`(
    sign: VitalSign,
    line: String
  ) throws {
    var joined = 0
    for (name, chart) in try ChartSVGTests.sessions() {
      let svg = ChartSVG(chart)
      let points = svg.points.filter { $0.sign == sign }
      let panel = sign == .spo2 ? svg.panels.oxygen : svg.panels.pressure
      for piece in ChartSVGLineTests.pieces(svg.drawing, line)
      where panel.contains(piece.from) && panel.contains(piece.to) {
        joined += 1
        let ends = [piece.from, piece.to].map { end in
          points.first { abs($0.spot.x - end.x) < 0.06 && abs($0.spot.y - end.y) < 0.06 }
        }
        let first = try #require(ends[0], "\(name)")
        let last = try #require(ends[1], "\(name)")
        #expect(!first.value.isUnverified && !last.value.isUnverified, "\(name)")
        #expect(
          !chart.gaps.contains { $0.from < last.set.at && $0.to > first.set.at },
          "\(name): \(first.name) to \(last.name)"
        )
        let between = chart.sets.drop { $0.entry != first.set.entry }.dropFirst()
          .prefix { $0.entry != last.set.entry }
        #expect(
          between.allSatisfy { $0.values[sign] == nil && !$0.missing.contains(sign) },
          "\(name): \(first.name) to \(last.name)"
        )
      }
    }
    #expect(joined > 100)
  }

  @Test func `has gaps and missing values in what it looks at`() throws {
    let charts = try ChartSVGTests.sessions().map(\.chart)
    #expect(charts.contains { chart in chart.gaps.contains { $0.from > chart.from && !$0.goesOn } })
    #expect(charts.contains { $0.sets.contains { $0.missing.contains(.heartRate) } })
    #expect(charts.contains { $0.sets.contains { $0.values[.spo2]?.isUnverified == true } })
  }

  @Test func `says how long nothing was read`() throws {
    let html = ChartSVG(ChartSVGTests.chart(try SampleSession().file())).markup.html
    #expect(html.contains(">40\u{A0}min without a reading<"))
  }

  @Test func `carries no level beyond its last reading or over a gap`() throws {
    for (name, chart) in try ChartSVGTests.sessions() {
      let axis = PlotAxis(from: chart.from, to: chart.to, clock: chart.words.clock)
      let places = SetPlaces(chart.sets, axis)
      let levels = chart.sets.filter { set in
        LevelBoxes.signs.contains { set.values[$0] != nil }
      }
      for shape in ChartSVG(chart).drawing.shapes where shape.paint.name.hasPrefix("lev") {
        guard case .box(let box, _) = shape.form else { continue }
        #expect(levels.contains { abs(places[$0] - box.left) < 20 }, "\(name): \(box)")
        #expect(levels.contains { abs(places[$0] - box.right) < 20 }, "\(name): \(box)")
        for gap in chart.gaps {
          let (from, to) = (axis.x(gap.from), axis.x(gap.to))
          #expect(!(box.left < from - 20 && box.right > to + 20), "\(name): \(box)")
        }
      }
    }
  }

  @Test func `cuts the pauses out of an infusion`() throws {
    let chart = ChartSVGTests.chart(try ChartSessions.night())
    let columns = ChartSVG(chart).drawing.shapes.filter { $0.paint.name == "inf" }
    // Two pieces in each of two panels.
    #expect(columns.count == 4)
    let dose = try #require(chart.doses.first)
    let pieces = dose.pieces(chart)
    #expect(pieces.map { ($0.to - $0.from).wholeMinutes } == [15, 40])
  }
}
