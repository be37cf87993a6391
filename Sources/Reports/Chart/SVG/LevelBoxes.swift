import SessionRecord

/// One scale of consciousness: a letter or number at each reading, boxes that join equal ones that
/// follow each other.
///
/// A box ends at its last reading: nothing is said of the time after it, of one without a reading of
/// this scale, or of a reading that was looked for in vain.
struct LevelBoxes {
  private struct Reading {
    let set: ChartSet
    /// Nil where it was looked for in vain.
    let value: ChartSet.Value?
    let x: Double

    var isJoined: Bool { value?.isUnverified == false }
  }

  private struct Run {
    let readings: [Reading]
    let text: String
    let row: Int
    let half: Double
  }

  static let signs: [VitalSign] = [.consciousness, .moaas, .rass]
  private static let type = Shape.Lettering(size: 10.5, isBold: true)
  private static let rowHeight = 17.0
  /// Between two letters of one box at least.
  private static let space = 5.0

  let sign: VitalSign
  private let runs: [Run]
  private let rows: Int

  init?(_ sign: VitalSign, _ chart: SessionChart, _ places: SetPlaces) {
    self.sign = sign
    let readings = chart.sets.compactMap { set -> Reading? in
      let value = set.values[sign]
      guard value != nil || set.missing.contains(sign) else { return nil }
      return Reading(set: set, value: value, x: places[set])
    }
    guard !readings.isEmpty else { return nil }
    var groups: [[Reading]] = []
    for reading in readings {
      if let last = groups.last?.last, last.isJoined, reading.isJoined,
        last.value?.quantity == reading.value?.quantity, last.value?.mark == reading.value?.mark,
        last.value?.isExpected == reading.value?.isExpected,
        !chart.isGap(between: last.set.at, and: reading.set.at)
      {
        groups[groups.count - 1].append(reading)
      } else {
        groups.append([reading])
      }
    }
    var rows = Rows(margin: 0.2)
    runs = groups.compactMap { group in
      guard let first = group.first, let last = group.last else { return nil }
      let text = LevelBoxes.text(first, chart.words)
      let half = TextWidth.of(text, size: LevelBoxes.type.size, isBold: true) / 2 + 1.8
      let row = rows.place(first.x - half, last.x + half)
      return Run(readings: group, text: text, row: row, half: half)
    }
    self.rows = rows.count
  }

  private static func text(_ reading: Reading, _ words: SessionWords) -> String {
    guard let value = reading.value else { return "–" }
    return words.values.number(value.quantity) + (value.isUnverified ? "?" : "")
      + (value.isExpected ? "*" : "") + (value.mark?.sign ?? "")
  }

  var height: Double { Double(rows) * LevelBoxes.rowHeight + 2 }

  func add(_ lane: LaneFrame, to drawing: inout Drawing) {
    lane.addFrame(sign.shortName, to: &drawing)
    for run in runs {
      guard let first = run.readings.first, let last = run.readings.last else { continue }
      let top = lane.top + 2.5 + Double(run.row) * LevelBoxes.rowHeight
      let box = Box(first.x - run.half, top, to: last.x + run.half, top + 14)
      if let value = first.value {
        drawing.box(
          box,
          value.isUnverified ? .levelUnverified : .level(LevelBoxes.depth(value.quantity))
        )
      }
      addReadings(run, box, to: &drawing)
    }
  }

  /// Its letter at each reading; a tick where equal ones are too close for another letter, as two of
  /// them side by side would read as one number.
  private func addReadings(_ run: Run, _ box: Box, to drawing: inout Drawing) {
    let width = TextWidth.of(run.text, size: LevelBoxes.type.size, isBold: true)
    var last: Double?
    for reading in run.readings {
      let name = reading.value.map { _ in ReadingPoint.name(reading.set.entry, sign) }
      let spot = Spot(reading.x, box.bottom - 3.2)
      let isApart = last.map { reading.x - $0 > width + LevelBoxes.space } ?? true
      if isApart, drawing.free([spot], for: run.text, LevelBoxes.type) != nil {
        last = reading.x
        let paint: Paint = reading.value?.isOutside == true ? .redWords : .words
        drawing.words(run.text, spot, LevelBoxes.type, paint, reading: name)
      } else {
        drawing.line(
          Spot(reading.x, box.bottom - 3),
          Spot(reading.x, box.bottom),
          .tick,
          reading: name
        )
      }
    }
  }

  /// How far from awake and calm: 0 to 4.
  private static func depth(_ quantity: Quantity) -> Int {
    let value = quantity.thousandths / 1_000
    return switch quantity.sign {
    case .moaas: 5 - value
    case .systolic, .diastolic, .meanArterial, .heartRate, .spo2, .respiratoryRate, .temperature,
      .endTidalCO2, .oxygenFlow, .weight, .consciousness, .rass:
      abs(value)
    }
  }
}
