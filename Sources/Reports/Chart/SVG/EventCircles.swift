import Monitoring
import SessionRecord

/// Events by their letters in circles, moved apart where they are close, with a line to their time.
struct EventCircles {
  private struct Mark {
    let event: ChartEvent
    let x: Double
    let time: Double
    let row: Int
  }

  private static let radius = 8.5
  private static let rowHeight = 21.0

  private let marks: [Mark]
  private let rows: Int

  init?(_ chart: SessionChart, _ axis: PlotAxis) {
    guard !chart.events.isEmpty else { return nil }
    let times = chart.events.map { axis.clamped($0.at) }
    let places = Spread.rows(
      times,
      step: 2 * EventCircles.radius + 1.5,
      tolerance: 45,
      least: PlotAxis.left + EventCircles.radius + 1,
      most: PlotAxis.right - EventCircles.radius - 1
    )
    marks = zip(chart.events, zip(times, places)).map { event, place in
      Mark(event: event, x: place.1.x, time: place.0, row: place.1.row)
    }
    rows = (places.map(\.row).max() ?? 0) + 1
  }

  var height: Double { Double(rows) * EventCircles.rowHeight + 5 }

  func add(_ lane: LaneFrame, to drawing: inout Drawing) {
    lane.addFrame("Events", to: &drawing)
    for mark in marks where abs(mark.x - mark.time) > 0.5 || mark.row > 0 {
      let y = lane.top + 4 + Double(mark.row) * EventCircles.rowHeight
      drawing.path(
        SVGNumber.path([
          Spot(mark.time, lane.top), Spot(mark.time, lane.top + 3), Spot(mark.x, y + 2),
        ]),
        .tick
      )
    }
    for mark in marks {
      let spot = Spot(mark.x, lane.top + 13 + Double(mark.row) * EventCircles.rowHeight)
      drawing.circle(spot, EventCircles.radius, .event)
      let isLong = mark.event.letter.count > 1
      drawing.words(
        mark.event.letter,
        Spot(spot.x, spot.y + 3.8),
        .init(size: isLong ? 9.5 : 11.5, isBold: true)
      )
    }
  }
}
