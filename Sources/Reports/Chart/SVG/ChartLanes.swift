import Monitoring
import SessionRecord

/// The lanes below the panels, one under the other.
struct ChartLanes {
  private let chart: SessionChart
  private let axis: PlotAxis
  private let places: SetPlaces

  init(_ chart: SessionChart, _ axis: PlotAxis, _ places: SetPlaces) {
    self.chart = chart
    self.axis = axis
    self.places = places
  }

  /// The signs that stand as numbers, from top to bottom.
  static let numbers: [VitalSign] = [
    .respiratoryRate, .endTidalCO2, .oxygenFlow, .temperature, .weight,
  ]

  /// Returns where they end.
  func add(below top: Double, to drawing: inout Drawing) -> Double {
    var y = top
    func next(_ height: Double, apart: Double = 0) -> LaneFrame {
      let lane = LaneFrame(top: y + apart, height: height)
      y = lane.bottom
      return lane
    }
    for sign in ChartLanes.numbers {
      guard let numbers = NumberRow(sign, chart, places) else { continue }
      numbers.add(next(numbers.height), to: &drawing)
    }
    for sign in LevelBoxes.signs {
      guard let levels = LevelBoxes(sign, chart, places) else { continue }
      levels.add(next(levels.height), to: &drawing)
    }
    if let medicines = MedicineBars(chart, axis) {
      medicines.add(next(medicines.height), chart: chart, to: &drawing)
    }
    if let intended = chart.intended {
      let lane = EffectBars(intended, chart, axis)
      lane.add(next(lane.height, apart: 2), to: &drawing)
    }
    for (place, effect) in chart.effects.enumerated() {
      let lane = EffectBars(effect, chart, axis)
      lane.add(next(lane.height, apart: place == 0 ? 2 : 0), to: &drawing)
    }
    if let process = ProcessMarks(chart, axis) {
      process.add(next(process.height, apart: 2), to: &drawing)
    }
    if let events = EventCircles(chart, axis) {
      events.add(next(events.height, apart: 2), to: &drawing)
    }
    return y
  }
}
