import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// The marks of flags, as they are read on paper and in grey.
struct ChartSVGFlagTests {
  private static let kinds: [(FlagMark.Side, Priority)] = [FlagMark.Side.up, .down, .round]
    .flatMap { side in Priority.allCases.map { (side, $0) } }

  private func drawing(_ side: FlagMark.Side, _ priority: Priority, _ number: String) -> Drawing {
    var drawing = Drawing()
    FlagMark(side, priority, number: number).add(at: Spot(100, 100), to: &drawing)
    return drawing
  }

  /// The outlines of the mark, without the ground of the number.
  private func outlines(_ drawing: Drawing) -> [Paint] {
    drawing.shapes.filter { shape in
      switch shape.form {
      case .path, .circle: true
      case .line, .box, .words: false
      }
    }.map(\.paint)
  }

  @Test func `writes the number in ink beside the mark, over seven points on A4`() throws {
    for (side, priority) in ChartSVGFlagTests.kinds {
      for number in ["7", "10", "132"] {
        let drawing = drawing(side, priority, number)
        let shape = try #require(drawing.shapes.last)
        guard case .words(let words, _, let type) = shape.form else {
          Issue.record("the number is not the last that is drawn")
          continue
        }
        #expect(words == number && type.isBold && shape.paint.fill == Paint.ink)
        // 1000 units are 186 mm of a sheet, a unit 0.527 points.
        #expect(type.size * 0.527 > 7)
        // It lies on nothing but its own ground.
        let box = try #require(drawing.words.first?.box)
        let mark = FlagMark(side, priority, number: number)
        #expect(box.left >= 100 + (priority == .high ? 11.4 : 9.3))
        #expect(box.right <= 100 + mark.behind + 0.01)
      }
    }
  }

  @Test func `tells the priorities apart without colour`() {
    for side in [FlagMark.Side.up, .down, .round] {
      let high = outlines(drawing(side, .high, "1"))
      let medium = outlines(drawing(side, .medium, "1"))
      let low = outlines(drawing(side, .low, "1"))
      // Two outlines, the inner one filled; one, filled; one, hollow.
      #expect(high.map(\.fill) == [Paint.paper, Paint.vermilion])
      #expect(medium.map(\.fill) == [Paint.vermilion])
      #expect(low.map(\.fill) == [Paint.paper])
      #expect(high[0].stroke == Paint.vermilion && low[0].stroke == Paint.vermilion)
    }
  }

  @Test func `lays no flag on another or on its number`() throws {
    for (name, chart) in try ChartSVGTests.sessions() {
      let clinical = chart.flags.filter { !$0.isProcess }
      for flags in [clinical, chart.flags.filter(\.isProcess)] {
        let places = FlagPlaces(flags) { flag in
          // All of them at three times, as in a bad minute.
          (300 + Double(flag.number.value % 3) * 20, nil)
        }
        let boxes = places.places.map { place in
          let mark = FlagMark(place.flag)
          let y = Double(place.row) * FlagPlaces.rowHeight
          return Box(place.x - mark.before, y - 10, to: place.x + mark.behind, y + 10)
        }
        for one in boxes.indices {
          let met = boxes[(one + 1)...].contains { $0.meets(boxes[one]) }
          #expect(!met, "\(name), \(boxes[one])")
        }
        let isOnSheet = boxes.allSatisfy {
          $0.left >= PlotAxis.left && $0.right <= PlotAxis.right
        }
        #expect(isOnSheet, "\(name)")
      }
    }
  }

  @Test func `shows each priority in the legend with a whole letter`() throws {
    for (name, chart) in try ChartSVGTests.sessions() {
      let drawing = ChartLegend(chart).drawing.shapes
      let letters = drawing.words.filter { $0.text == "n" }
      let words = drawing.words.filter { $0.text.hasSuffix(" flag") }.map(\.text)
      #expect(letters.count == words.count, "\(name)")
      let priorities = Set(chart.flags.map(\.priority))
      for priority in priorities {
        #expect(words.contains { $0.contains(priority.word) }, "\(name), \(priority)")
      }
    }
  }
}
