import Monitoring
import SessionRecord

/// How far the pressure rose over the baseline: systolic pointing up, diastolic pointing down, joined.
struct CourseRiseLane {
  private let rows: [CourseRow]
  private let axis: CourseAxis

  init(_ rows: [CourseRow], _ axis: CourseAxis) {
    self.rows = rows
    self.axis = axis
  }

  private static let height = 84.0

  /// Gives where it ends.
  func add(to drawing: inout Drawing, top: Double) -> Double {
    let rises = rows.compactMap(\.tally.rise)
    let values = rises.flatMap { [$0.systolic, $0.diastolic] }
    // Whole twenties, nought among them.
    let step = 20_000
    let high = max(2, ((values.max() ?? 0) + step - 1) / step) * step
    let low = min(0, values.min().map { Int(($0 - step + 1) / step) * step } ?? 0)
    let lane = CourseLane(top: top, height: CourseRiseLane.height + 36)
    lane.addFrame("peak rise", ["mmHg over", "the baseline"], to: &drawing)
    let scale = ValueScale(
      low: low,
      high: high,
      top: top + 18,
      bottom: top + 18 + CourseRiseLane.height,
      limits: []
    )
    let every = (high - low) / step > 5 ? 2 * step : step
    for value in stride(from: low, through: high, by: every) {
      let y = scale.gridLine(value)
      let paint = value == 0 ? Paint.gap : .lightGrid
      drawing.line(Spot(CourseAxis.left, y), Spot(CourseAxis.right, y), paint)
      drawing.words(
        signedNumber(value),
        Spot(CourseAxis.left - 4, y + 4),
        .init(anchor: .end),
        .mutedWords
      )
    }
    for row in rows {
      guard let rise = row.tally.rise else {
        drawing.words("–", Spot(axis.x(row.at), scale.gridLine(low) - 4))
        continue
      }
      add(rise, at: axis.x(row.at), scale, to: &drawing)
    }
    return lane.box.bottom
  }

  private func add(
    _ rise: SessionTally.PressureRise,
    at x: Double,
    _ scale: ValueScale,
    to drawing: inout Drawing
  ) {
    let systolic = Spot(x, scale.y(rise.systolic))
    let diastolic = Spot(x, scale.y(rise.diastolic))
    drawing.line(systolic, diastolic, .between)
    let up = [
      Spot(x, systolic.y - 5), Spot(x + 5, systolic.y + 4), Spot(x - 5, systolic.y + 4),
    ]
    let down = [
      Spot(x, diastolic.y + 5), Spot(x + 5, diastolic.y - 4), Spot(x - 5, diastolic.y - 4),
    ]
    drawing.path(SVGNumber.path(up, isClosed: true), .severe)
    drawing.path(SVGNumber.path(down, isClosed: true), .moderate)
    let (upper, lower) =
      rise.systolic >= rise.diastolic
      ? (rise.systolic, rise.diastolic) : (rise.diastolic, rise.systolic)
    add(upper, at: Spot(x, min(systolic.y, diastolic.y) - 8), to: &drawing)
    add(lower, at: Spot(x, max(systolic.y, diastolic.y) + 17), to: &drawing)
  }

  /// No line runs through a number.
  private func add(_ value: Int, at spot: Spot, to drawing: inout Drawing) {
    let number = signedNumber(value)
    drawing.box(Drawing.box(of: number, at: spot, .init()), .ground)
    drawing.words(number, spot)
  }
}
