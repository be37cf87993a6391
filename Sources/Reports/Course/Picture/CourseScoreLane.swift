import Monitoring
import SessionRecord

/// The scores on one scale as a line with its numbers; the name says which way is worse.
struct CourseScoreLane {
  private let series: ScoreSeries
  private let place: Int
  private let axis: CourseAxis

  init(_ series: ScoreSeries, place: Int, _ axis: CourseAxis) {
    self.series = series
    self.place = place
    self.axis = axis
  }

  private static let height = 44.0

  /// Gives where it ends.
  func add(to drawing: inout Drawing, top: Double) -> Double {
    let remarks = [series.direction]
    let lane = CourseLane(
      top: top,
      height: max(CourseScoreLane.height + 26, CourseLane.height(series.title, remarks))
    )
    lane.addFrame(series.title, remarks, to: &drawing)
    let scores = series.scores.map(\.score)
    let low = min(scores.min() ?? 0, series.scale?.range.lowerBound ?? 0)
    let high = max(scores.max() ?? 0, series.scale?.range.upperBound ?? 0, low + 1)
    let (from, to) = (lane.box.bottom - 8, lane.box.top + 20)
    let spots = series.scores.map { score in
      Spot(
        axis.x(score.at),
        from - Double(score.score - low) / Double(high - low) * (from - to)
      )
    }
    if spots.count > 1 { drawing.path(SVGNumber.path(spots), CourseScoreLane.lines[place % 3]) }
    for (spot, score) in zip(spots, scores) {
      addMark(at: spot, to: &drawing)
      let type = Shape.Lettering(size: 12.5)
      let places = [Spot(spot.x, spot.y - 8), Spot(spot.x + 14, spot.y + 4)]
      let number = String(score)
      let free = places.first { drawing.isFree(Drawing.box(of: number, at: $0, type)) }
      drawing.words(number, free ?? places[0], type)
    }
    return lane.box.bottom
  }

  private static let lines = [
    Paint(name: "ink-s", stroke: Paint.ink, width: 1.5),
    Paint(name: "ink-s", stroke: Paint.ink, width: 1.5, dash: "6 3"),
    Paint(name: "ink-s", stroke: Paint.ink, width: 1.5, dash: "2 3"),
  ]

  private func addMark(at spot: Spot, to drawing: inout Drawing) {
    switch place % 3 {
    case 0: drawing.circle(spot, 4, .solid)
    case 1: drawing.box(Box(around: spot, 4), .event)
    default:
      let spots = [
        Spot(spot.x, spot.y - 5.5), Spot(spot.x + 5.5, spot.y), Spot(spot.x, spot.y + 5.5),
        Spot(spot.x - 5.5, spot.y),
      ]
      drawing.path(SVGNumber.path(spots, isClosed: true), .event)
    }
  }
}
