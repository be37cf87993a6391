import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// Whatever the limits, a value is drawn on its own side of every one.
struct ChartSVGLimitTests {
  private static let comparisons: [Comparison] = [.atOrOver, .over, .atOrUnder, .under]

  /// Above the line when it breaks an upper limit, or does not break a lower one.
  private static func belongsAbove(_ value: Int, _ limit: BrokenLimit) -> Bool {
    limit.comparison.isUpper ? limit.isBroken(by: value) : !limit.isBroken(by: value)
  }

  /// As it is written in the drawing.
  private static func written(_ y: Double) throws -> Double {
    try #require(Double(SVGNumber.text(y)))
  }

  private static func check(
    _ value: Int,
    _ y: Double,
    _ limits: [BrokenLimit],
    _ scale: ValueScale,
    _ comment: Comment
  ) throws {
    let place = try written(y)
    let isApart = try limits.allSatisfy { limit in
      let line = try written(try #require(scale.y(of: limit)))
      // Up is less.
      return belongsAbove(value, limit) ? place <= line - 1 : place >= line + 1
    }
    #expect(isApart, comment)
  }

  @Test func `draws a value at least a point on its own side of any limit`() throws {
    var random = SeededGenerator()
    for _ in 0..<3_000 {
      let high = random.pick([200_000, 240_000, 300_000])
      let height = Double(random.number(200...420))
      var limits: [BrokenLimit] = []
      for _ in 0..<random.number(1...6) {
        let denominator = random.pick([1, 1, 2, 3, 7])
        let near = random.pick([160_000, 100_000, random.number(40_000...high)])
        let limit = BrokenLimit(
          comparison: random.pick(ChartSVGLimitTests.comparisons),
          numerator: near * denominator + random.number(-1_500...1_500) * random.number(0...1),
          denominator: denominator
        )
        if !limits.contains(where: { $0.isSame(as: limit) }) { limits.append(limit) }
      }
      let scale = ValueScale(low: 40_000, high: high, top: 40, bottom: 40 + height, limits: limits)
      for limit in limits {
        let edge = limit.numerator / limit.denominator
        for value in [
          edge - 100, edge - 1, edge, edge + 1, edge + 100, random.number(40_000...high),
        ] {
          try ChartSVGLimitTests.check(
            value,
            scale.y(value),
            limits,
            scale,
            "seed \(random.seed): \(value) of \(limits)"
          )
        }
      }
    }
  }

  @Test func `draws 159.9 below a line at 160 that plain scaling would touch`() throws {
    let limit = BrokenLimit(comparison: .atOrOver, numerator: 160_000)
    let scale = ValueScale(low: 40_000, high: 200_000, top: 40, bottom: 296, limits: [limit])
    let line = try #require(scale.y(of: limit))
    #expect(line == scale.gridLine(160_000))
    #expect(scale.gridLine(159_900) < line + 1)
    #expect(scale.y(159_900) >= line + 1)
    #expect(scale.y(160_000) <= line - 1)
  }

  @Test func `keeps values in their order`() {
    var random = SeededGenerator()
    for _ in 0..<300 {
      let limits = (0..<4).map { _ in
        BrokenLimit(
          comparison: random.pick(ChartSVGLimitTests.comparisons),
          numerator: random.number(88_000...100_000)
        )
      }
      let scale = ValueScale(low: 88_000, high: 100_000, top: 0, bottom: 47, limits: limits)
      let heights = stride(from: 88_000, through: 100_000, by: 250).map(scale.y)
      #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 >= $1 }, "seed \(random.seed)")
    }
  }

  @Test func `keeps every reading of a session on its side of every line`() throws {
    for (name, chart) in try ChartSVGTests.sessions() {
      let svg = ChartSVG(chart)
      for point in svg.points {
        let limits = chart.limits.filter { $0.sign == point.sign }.map(\.limit)
        let scale = try #require(svg.scales[point.sign])
        try ChartSVGLimitTests.check(
          point.value.quantity.thousandths,
          point.spot.y,
          limits,
          scale,
          "\(name), \(point.name)"
        )
      }
    }
  }

  @Test func `draws each limit with its exact number`() throws {
    let html = ChartSVG(ChartSVGTests.chart(try ChartSessions.extremes())).markup.html
    for words in [
      "systolic over\u{A0}200", "systolic at or over\u{A0}180", "diastolic at or over\u{A0}110",
      "HR at or over\u{A0}131", "SpO2 at or under\u{A0}91",
    ] {
      #expect(html.contains(">\(words)<"), "\(words)")
    }
  }
}
