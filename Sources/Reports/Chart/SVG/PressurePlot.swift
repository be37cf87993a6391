import Monitoring
import SessionRecord

/// Pressures and heart rate over time, 40 to 200 and more where it is needed.
struct PressurePlot {
  static let signs: [VitalSign] = [.systolic, .diastolic, .meanArterial, .heartRate]

  let chart: SessionChart
  let axis: PlotAxis
  let points: [ReadingPoint]
  private let panel: PanelScale
  let scales: [VitalSign: ValueScale]
  private let limits: [ChartLimit]
  private let flags: FlagPlaces
  private let notes: SetNotes

  var frame: Box { panel.frame }

  init(_ chart: SessionChart, _ axis: PlotAxis, _ places: SetPlaces, top: Double) {
    self.chart = chart
    self.axis = axis
    limits = chart.limits.filter { PressurePlot.signs.contains($0.sign) }
    notes = SetNotes(chart, places, signs: PressurePlot.signs, marksSets: true)
    flags = PressurePlot.places(chart, axis, places)
    var values: [(thousandths: Int, above: Double, below: Double)] = []
    for set in chart.sets {
      for sign in PressurePlot.signs {
        guard let value = set.values[sign] else { continue }
        values.append(
          (value.quantity.thousandths, sign == .systolic ? 10 : 6, sign == .diastolic ? 10 : 6)
        )
      }
    }
    for limit in limits {
      values.append((limit.limit.numerator / limit.limit.denominator, 3, 3))
    }
    let demand = PanelScale.Demand(
      low: 40_000,
      high: 200_000,
      step: 20_000,
      floor: 0,
      ceiling: 300_000,
      values: values,
      head: flags.rows == 0 ? 0 : Double(flags.rows) * FlagPlaces.rowHeight + 6,
      foot: notes.height
    )
    panel = PanelScale(demand, top: top) { low, high in
      // Less to a step where there are more of them, or many lanes below; a whole unit stays more than one
      // point high.
      let step = chart.lanes.count > 8 ? 22.0 : high - low > 200_000 ? 28 : 32
      return Double((high - low) / 20_000) * step
    }
    var scales: [VitalSign: ValueScale] = [:]
    for sign in PressurePlot.signs {
      scales[sign] = panel.scale(limits.filter { $0.sign == sign }.map(\.limit))
    }
    self.scales = scales
    var points: [ReadingPoint] = []
    for set in chart.sets {
      for sign in PressurePlot.signs {
        guard let value = set.values[sign], let scale = scales[sign] else { continue }
        let spot = Spot(places[set], scale.y(value.quantity.thousandths))
        points.append(ReadingPoint(set: set, sign: sign, value: value, spot: spot))
      }
    }
    self.points = points
  }

  /// Clinical flags other than those of SpO2, which stand at its strip.
  private static func places(
    _ chart: SessionChart,
    _ axis: PlotAxis,
    _ places: SetPlaces
  ) -> FlagPlaces {
    let sets = Dictionary(chart.sets.map { ($0.entry, $0) }, uniquingKeysWith: { one, _ in one })
    let flags = chart.flags.filter { !$0.isProcess && $0.broken?.sign != .spo2 }
    return FlagPlaces(flags) { flag in
      guard let broken = flag.broken, signs.contains(broken.sign), let set = sets[broken.entry],
        set.values[broken.sign] != nil
      else { return (axis.clamped(flag.raised), nil) }
      let aside = broken.sign == .systolic ? -5.0 : 13
      let id = ReadingPoint.ID(entry: broken.entry, sign: broken.sign)
      return (places[set] + aside, id)
    }
  }

  /// What lies under the values: the scale, and the lines of limits.
  func addGround(to drawing: inout Drawing) {
    for value in stride(from: panel.low, through: panel.high, by: 20_000) {
      let y =
        panel.bottom - Double(value - panel.low) / Double(panel.high - panel.low)
        * (panel.bottom - panel.top)
      drawing.line(Spot(frame.left, y), Spot(frame.right, y), .strongGrid)
      drawing.words(String(value / 1_000), Spot(frame.left - 8, y + 4), .init(anchor: .end))
    }
    let title = Shape.Lettering(isBold: true, isUpright: true)
    drawing.words("mmHg · beats/min", Spot(24, (panel.top + panel.bottom) / 2), title)
    drawing.box(frame, .frame)
    for limit in limits {
      if let scale = scales[limit.sign] { lines.addLine(limit, scale, to: &drawing) }
    }
  }

  func addValues(to drawing: inout Drawing) {
    let marks = ReadingMarks(chart: chart)
    marks.addLines(.heartRate, points, .pulseLine, to: &drawing)
    addBetween(to: &drawing)
    addLeaders(to: &drawing)
    // A heart rate on a pressure: a dot with a white rim on the chevron, whose arms stand out.
    for point in points { marks.addHalo(point, to: &drawing) }
    for point in points where point.sign != .heartRate { marks.add(point, to: &drawing) }
    for point in points where point.sign == .heartRate { marks.add(point, to: &drawing) }
    for point in points { drawing.take(point.box) }
    addFlags(to: &drawing)
    notes.add(above: frame.bottom, to: &drawing)
    marks.addDoubt(points, to: &drawing)
    for limit in limits {
      if let scale = scales[limit.sign] { lines.addWords(limit, scale, to: &drawing) }
    }
    if points.isEmpty {
      let type = Shape.Lettering(size: 13)
      let words = "no pressure and no heart rate in this session"
      let spots = [-12.0, 20, -44, 52].map { Spot(frame.middle.x, frame.middle.y + $0) }
      if let spot = drawing.best(spots, for: words, type) {
        drawing.words(words, spot, type, .mutedWords)
      }
    }
    GapMarks(chart: chart, axis: axis).add(frame, above: notes.height, to: &drawing)
  }

  private var lines: LimitLines { LimitLines(words: chart.words, panel: frame) }

  /// The dotted line of a pair, both of whose values stand.
  private func addBetween(to drawing: inout Drawing) {
    for upper in points where upper.sign == .systolic && !upper.value.isUnverified {
      guard
        let lower = points.first(where: {
          $0.sign == .diastolic && $0.set.entry == upper.set.entry && !$0.value.isUnverified
        })
      else { continue }
      drawing.line(upper.spot, lower.spot, .between)
      let x = upper.spot.x
      drawing.takeLimit(Box(x - 0.8, upper.spot.y, to: x + 0.8, max(upper.spot.y, lower.spot.y)))
    }
  }

  private func markSpot(_ place: FlagPlaces.Place) -> Spot {
    Spot(place.x, frame.top + 14 + Double(place.row) * FlagPlaces.rowHeight)
  }

  /// From the mark to its value, beside what stands above that.
  private func addLeaders(to drawing: inout Drawing) {
    for place in flags.places {
      guard let value = place.value, let point = points.first(where: { $0.id == value }) else {
        continue
      }
      let mark = markSpot(place)
      let (x, y) = (point.spot.x, point.spot.y)
      // The leaders of two values of one set are side by side.
      let aside = point.sign == .heartRate ? 13.0 : 9
      let start = Spot(mark.x, mark.y + 9)
      if point.sign == .systolic {
        drawing.line(start, Spot(x, max(start.y, y - 5)), .leader)
      } else {
        let beside = Spot(x + aside, max(start.y, y - 8))
        let above = Spot(x + aside, min(start.y + 8, beside.y))
        drawing.path(SVGNumber.path([start, above, beside, Spot(x + 4.5, y - 1)]), .leader)
      }
    }
  }

  private func addFlags(to drawing: inout Drawing) {
    for place in flags.places {
      FlagMark(place.flag).add(at: markSpot(place), to: &drawing)
    }
  }
}
