import Monitoring
import SessionRecord

/// The strip of SpO2, 88 to 100 and downward where it is needed.
struct OxygenPlot {
  let chart: SessionChart
  let points: [ReadingPoint]
  private let panel: PanelScale
  let scale: ValueScale
  private let limits: [ChartLimit]
  private let flags: FlagPlaces
  private let notes: SetNotes

  var frame: Box { panel.frame }

  init(_ chart: SessionChart, _ axis: PlotAxis, _ places: SetPlaces, top: Double) {
    self.chart = chart
    limits = chart.limits.filter { $0.sign == .spo2 }
    notes = SetNotes(chart, places, signs: [.spo2], marksSets: false)
    flags = OxygenPlot.places(chart, axis, places)
    var values: [(thousandths: Int, above: Double, below: Double)] = chart.sets.compactMap {
      $0.values[.spo2].map { ($0.quantity.thousandths, 4.5, 4.5) }
    }
    for limit in limits {
      values.append((limit.limit.numerator / limit.limit.denominator, 3, 3))
    }
    let demand = PanelScale.Demand(
      low: 88_000,
      high: 100_000,
      step: 2_000,
      floor: 0,
      ceiling: 100_000,
      values: values,
      head: 3,
      foot: notes.height
        + (flags.rows == 0 ? 0 : Double(flags.rows) * FlagPlaces.rowHeight + 4)
    )
    panel = PanelScale(demand, top: top) { low, high in
      let span = Double(high - low) / 1_000
      return span <= 20 ? span * 3.9 : span <= 40 ? span * 2.6 : span * 1.6
    }
    scale = panel.scale(limits.map(\.limit))
    var points: [ReadingPoint] = []
    for set in chart.sets {
      guard let value = set.values[.spo2] else { continue }
      let spot = Spot(places[set], scale.y(value.quantity.thousandths))
      points.append(ReadingPoint(set: set, sign: .spo2, value: value, spot: spot))
    }
    self.points = points
  }

  private static func places(
    _ chart: SessionChart,
    _ axis: PlotAxis,
    _ places: SetPlaces
  ) -> FlagPlaces {
    let sets = Dictionary(chart.sets.map { ($0.entry, $0) }, uniquingKeysWith: { one, _ in one })
    let flags = chart.flags.filter { !$0.isProcess && $0.broken?.sign == .spo2 }
    return FlagPlaces(flags) { flag in
      guard let entry = flag.broken?.entry, let set = sets[entry], set.values[.spo2] != nil else {
        return (axis.clamped(flag.raised), nil)
      }
      return (places[set], ReadingPoint.ID(entry: entry, sign: .spo2))
    }
  }

  func addGround(to drawing: inout Drawing) {
    let step = panel.high - panel.low > 25_000 ? 10_000 : 5_000
    for value in stride(from: 0, through: 100_000, by: step) where value >= panel.low {
      let y = scale.gridLine(value)
      drawing.line(Spot(frame.left, y), Spot(frame.right, y), .strongGrid)
      drawing.words(String(value / 1_000), Spot(frame.left - 8, y + 4), .init(anchor: .end))
    }
    let title = Shape.Lettering(isBold: true, isUpright: true)
    drawing.words("SpO2 %", Spot(24, frame.middle.y), title)
    drawing.box(frame, .frame)
    let lines = LimitLines(words: chart.words, panel: frame)
    for limit in limits { lines.addLine(limit, scale, to: &drawing) }
  }

  func addValues(to drawing: inout Drawing) {
    let marks = ReadingMarks(chart: chart)
    marks.addLines(.spo2, points, .oxygenLine, to: &drawing)
    for place in flags.places {
      guard let value = place.value, let point = points.first(where: { $0.id == value }) else {
        continue
      }
      let mark = markSpot(place)
      drawing.line(Spot(mark.x, mark.y - 8), Spot(point.spot.x, point.spot.y + 3), .leader)
    }
    for point in points {
      marks.add(point, to: &drawing)
      drawing.take(point.box)
    }
    for place in flags.places {
      FlagMark(place.flag).add(at: markSpot(place), to: &drawing)
    }
    notes.add(above: frame.bottom, to: &drawing)
    marks.addDoubt(points, to: &drawing)
    let lines = LimitLines(words: chart.words, panel: frame)
    for limit in limits { lines.addWords(limit, scale, to: &drawing) }
    if points.isEmpty {
      let type = Shape.Lettering(size: 12)
      let words = "no SpO2 in this session"
      let spots = [4.0, 16, -8].map { Spot(frame.middle.x, frame.middle.y + $0) }
      if let spot = drawing.best(spots, for: words, type) {
        drawing.words(words, spot, type, .mutedWords)
      }
    }
  }

  /// The first row is next to the values, the others below it.
  private func markSpot(_ place: FlagPlaces.Place) -> Spot {
    let bottom = frame.bottom - notes.height - 14
    return Spot(
      place.x,
      bottom - Double(flags.rows - 1 - place.row) * FlagPlaces.rowHeight
    )
  }
}
