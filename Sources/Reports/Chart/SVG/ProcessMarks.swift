import Monitoring
import SessionRecord

/// Flags of how the session was kept, apart from those of the patient: readings missed or overdue.
struct ProcessMarks {
  private let places: FlagPlaces

  init?(_ chart: SessionChart, _ axis: PlotAxis) {
    let flags = chart.flags.filter(\.isProcess)
    guard !flags.isEmpty else { return nil }
    places = FlagPlaces(flags) { (axis.clamped($0.raised), nil) }
  }

  var height: Double { Double(places.rows) * FlagPlaces.rowHeight + 3 }

  func add(_ lane: LaneFrame, to drawing: inout Drawing) {
    lane.addFrame("Process flags", to: &drawing)
    for place in places.places {
      let y = lane.top + 13 + Double(place.row) * FlagPlaces.rowHeight
      FlagMark(place.flag).add(at: Spot(place.x, y), to: &drawing)
    }
  }
}
