import SessionRecord

/// A value at its place in a panel.
struct ReadingPoint {
  let set: ChartSet
  let sign: VitalSign
  let value: ChartSet.Value
  let spot: Spot

  /// `5 systolic`, as the drawing names it.
  var name: String { ReadingPoint.name(set.entry, sign) }

  static func name(_ entry: EntryNumber, _ sign: VitalSign) -> String {
    "\(entry.value) \(sign.key)"
  }

  /// What its symbol covers.
  var box: Box {
    switch sign {
    case .systolic: Box(spot.x - 7, spot.y - 9, to: spot.x + 7, spot.y + 1)
    case .diastolic: Box(spot.x - 7, spot.y - 1, to: spot.x + 7, spot.y + 9)
    case .meanArterial: Box(around: spot, 6, 2)
    case .heartRate, .spo2, .respiratoryRate, .temperature, .endTidalCO2, .oxygenFlow, .weight,
      .consciousness, .moaas, .rass:
      Box(around: spot, 4.5)
    }
  }
}

/// Where each set stands on the axis: at its time, those of one instant side by side.
struct SetPlaces {
  private let places: [EntryNumber: Double]

  init(_ sets: [ChartSet], _ axis: PlotAxis) {
    var places: [EntryNumber: Double] = [:]
    var last: (at: Instant, x: Double)?
    for set in sets {
      var x = axis.x(set.at)
      if let last, last.at == set.at { x = last.x + 3 }
      places[set.entry] = x
      last = (set.at, x)
    }
    self.places = places
  }

  subscript(set: ChartSet) -> Double { places[set.entry] ?? PlotAxis.left }
}
