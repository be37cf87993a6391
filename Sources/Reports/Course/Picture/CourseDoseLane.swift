import Monitoring
import SessionRecord

/// The doses of one drug by one route: a bar a session with its number, on a scale of its own.
struct CourseDoseLane {
  private let key: CourseDoseKey
  private let rows: [CourseRow]
  private let axis: CourseAxis

  init(_ key: CourseDoseKey, _ rows: [CourseRow], _ axis: CourseAxis) {
    self.key = key
    self.rows = rows
    self.axis = axis
  }

  private static let bars = 54.0

  /// Gives where it ends.
  func add(to drawing: inout Drawing, top: Double) -> Double {
    let unit = [key.unit]
    let lane = CourseLane(
      top: top,
      height: max(CourseDoseLane.bars + 20, CourseLane.height(key.title, unit))
    )
    lane.addFrame(key.title, unit, to: &drawing)
    for row in rows {
      for given in row.given where key.isOf(given) {
        add(given, at: axis.x(row.at), base: lane.box.bottom, to: &drawing)
      }
    }
    return lane.box.bottom
  }

  private func add(
    _ given: SessionTally.GivenTotal,
    at x: Double,
    base: Double,
    to drawing: inout Drawing
  ) {
    let type = Shape.Lettering(size: 12.5)
    guard let amount = key.amount(given) else {
      return drawing.words("?", Spot(x, base - 4), .init(size: 13, isBold: true))
    }
    let height = max(2, Plots.share(amount, of: key.most, CourseDoseLane.bars))
    CourseBar(place: key.place).add(Box(x - 7, base - height, to: x + 7, base), to: &drawing)
    let number = (given.isIncomplete ? "≥" : "") + decimal(amount)
    drawing.words(number, Spot(x, base - height - 4), type)
  }
}

/// A bar whose fill says of which drug and route it is, also in grey.
struct CourseBar {
  let place: Int

  func add(_ box: Box, to drawing: inout Drawing) {
    switch place % 4 {
    case 0: drawing.box(box, .severe)
    case 1: drawing.box(box, .moderate)
    case 2:
      drawing.box(box, .moderate)
      var y = box.bottom - 4
      while y > box.top + 1 {
        drawing.line(Spot(box.left, y), Spot(box.right, y), .hatch)
        y -= 5
      }
    default:
      drawing.box(box, .mild)
      drawing.line(Spot(box.middle.x, box.top), Spot(box.middle.x, box.bottom), .edge)
    }
  }
}
