import SessionRecord

/// One sign as numbers at their times: respirations, temperature and whatever is drawn as no line.
struct NumberRow {
  private struct Number {
    let text: String
    let x: Double
    let row: Int
    let reading: String?
    let isOutside: Bool
  }

  private static let size = 12.0
  private static let rowHeight = 14.0

  let name: String
  private let numbers: [Number]
  private let rows: Int

  /// Nil where the sign was neither measured nor looked for.
  init?(_ sign: VitalSign, _ chart: SessionChart, _ places: SetPlaces) {
    // More than a space, or 97.0 and 97.3 read as one number.
    var rows = Rows(margin: 5)
    numbers = chart.sets.compactMap { set in
      let text: String
      let value = set.values[sign]
      if let value {
        text =
          chart.words.values.number(value.quantity) + (value.isUnverified ? "?" : "")
          + (value.mark?.sign ?? "")
      } else if set.missing.contains(sign) {
        text =
          set.unrecordable.contains(sign) ? "unrec." + LimitMarks.Mark.flagged.sign : "–"
      } else {
        return nil
      }
      let half = TextWidth.of(text, size: NumberRow.size, isBold: value?.isOutside == true) / 2
      let x = min(max(places[set], PlotAxis.left + half + 1), PlotAxis.right - half - 1)
      return Number(
        text: text,
        x: x,
        row: rows.place(x - half, x + half),
        reading: value.map { _ in ReadingPoint.name(set.entry, sign) },
        isOutside: value?.isOutside == true
      )
    }
    guard !numbers.isEmpty else { return nil }
    self.rows = rows.count
    name = NumberRow.name(sign, chart.words.values)
  }

  private static func name(_ sign: VitalSign, _ values: ValueText) -> String {
    switch sign {
    case .respiratoryRate: "Resp /min"
    case .temperature, .endTidalCO2, .oxygenFlow, .weight:
      "\(sign.shortName) \(values.unit(of: sign).unit)"
    case .systolic, .diastolic, .meanArterial, .heartRate, .spo2, .consciousness, .moaas, .rass:
      sign.shortName
    }
  }

  var height: Double { Double(rows) * NumberRow.rowHeight + 5 }

  func add(_ lane: LaneFrame, to drawing: inout Drawing) {
    lane.addFrame(name, to: &drawing)
    for number in numbers {
      let y = lane.top + 14 + Double(number.row) * NumberRow.rowHeight
      drawing.words(
        number.text,
        Spot(number.x, y),
        .init(size: NumberRow.size, isBold: number.isOutside),
        number.isOutside ? .redWords : .words,
        reading: number.reading
      )
    }
  }
}
