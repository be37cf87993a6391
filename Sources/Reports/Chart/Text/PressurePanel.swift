import SessionRecord

/// Blood pressure and heart rate over time: a row for ten mmHg, a column for a time.
struct PressurePanel {
  /// A value with its place: the row from the bottom, the column from the left.
  struct Place {
    let value: ChartValue
    let row: Int
    let column: Int
    let isOutside: Bool
  }

  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  static let signs: [VitalSign] = [.systolic, .diastolic, .heartRate]

  let scale: PressureScale
  private(set) var shown: [Place] = []
  /// What had no room; of two in one cell never the one outside its limits alone.
  private(set) var omitted: [Place] = []
  /// From bottom to top.
  private(set) var lines: [ChartLine]
  private(set) var hasBoth = false
  /// The rows with a limit whose name had no room.
  private var unnamed: Set<Int> = []
  private let glyphs: ChartGlyphs

  init(_ chart: SessionChart, _ axis: TimeAxis, _ glyphs: ChartGlyphs) {
    self.glyphs = glyphs
    let values = chart.sets.flatMap { set in
      PressurePanel.signs.compactMap { set.values[$0]?.quantity.thousandths }
    }
    scale = PressureScale(values, chart.limits.filter { PressurePanel.signs.contains($0.sign) })
    lines = scale.rows.map { _ in ChartLine(width: axis.width) }
    var cells: [Cell: [(ChartSet.Value, Place)]] = [:]
    var order: [Cell] = []
    for set in chart.sets {
      let column = axis.column(set.at)
      for sign in PressurePanel.signs {
        guard let value = set.values[sign] else { continue }
        let row = scale.row(of: value.quantity.thousandths)
        let cell = Cell(row: row, column: column)
        let place = Place(
          value: ChartValue(entry: set.entry, sign: sign),
          row: row,
          column: column,
          isOutside: value.isOutside
        )
        if cells[cell] == nil { order.append(cell) }
        cells[cell, default: []].append((value, place))
      }
    }
    var doubtful: [Place] = []
    for cell in order { fill(cell, cells[cell] ?? [], &doubtful) }
    link(chart, axis)
    for place in doubtful { addDoubt(place) }
    addLimits()
  }

  /// The lines with their gutter, from top to bottom.
  var phrases: [Phrase] {
    lines.indices.reversed().map { row in
      ChartLane.gutter(gutter(of: row), glyphs.wall) + lines[row].phrase
    }
  }

  /// The limit's name where the line itself had no room for it, else the number of the row.
  private func gutter(of row: Int) -> String {
    let label = scale.rows[row].label.map { String($0) } ?? ""
    if row == lines.count - 1 { return "mmHg " + PressurePanel.right(label, 4) }
    let words = self.words(scale.rows[row].limits)
    return unnamed.contains(row) && words.count <= ChartLane.nameWidth ? words : label
  }

  /// Puts what wins into its cell.
  private mutating func fill(
    _ cell: Cell,
    _ found: [(value: ChartSet.Value, place: Place)],
    _ doubtful: inout [Place]
  ) {
    let rated = found.enumerated().sorted { left, right in
      let (own, other) = (left.element.value.isOutside, right.element.value.isOutside)
      return own == other ? left.offset < right.offset : own
    }.map(\.element)
    guard let first = rated.first else { return }
    var winners = [first]
    let partner: VitalSign? =
      switch first.place.value.sign {
      case .diastolic: .heartRate
      case .heartRate: .diastolic
      case .systolic, .meanArterial, .spo2, .respiratoryRate, .temperature, .endTidalCO2,
        .oxygenFlow, .weight, .consciousness, .moaas, .rass:
        nil
      }
    // Where a third is in the cell, it loses to two that share it only if it is no more outside.
    if let other = rated.dropFirst().first(where: { $0.place.value.sign == partner }),
      other.value.isOutside || !rated.dropFirst().contains(where: \.value.isOutside),
      first.value.isUnverified == other.value.isUnverified
    {
      winners.append(other)
    }
    let values = winners.map(\.place.value)
    shown += winners.map(\.place)
    omitted += rated.map(\.place).filter { !values.contains($0.value) }
    hasBoth = hasBoth || winners.count == 2
    let glyph = winners.count == 2 ? glyphs.both : self.glyph(first.place.value.sign)
    let isOutside = winners.contains { $0.value.isOutside }
    lines[cell.row].put(glyph, at: cell.column, isOutside ? .high : .plain)
    if first.value.isUnverified { doubtful.append(first.place) }
  }

  private func glyph(_ sign: VitalSign) -> String {
    switch sign {
    case .systolic: glyphs.systolic
    case .diastolic: glyphs.diastolic
    case .meanArterial, .heartRate, .spo2, .respiratoryRate, .temperature, .endTidalCO2,
      .oxygenFlow,
      .weight, .consciousness, .moaas, .rass:
      glyphs.heartRate
    }
  }

  /// Dots from a systolic to its diastolic, where nothing else stands.
  private mutating func link(_ chart: SessionChart, _ axis: TimeAxis) {
    for set in chart.sets {
      guard let upper = set.values[.systolic], let lower = set.values[.diastolic] else { continue }
      let column = axis.column(set.at)
      let (top, bottom) = (
        scale.row(of: upper.quantity.thousandths), scale.row(of: lower.quantity.thousandths)
      )
      guard top > bottom + 1 else { continue }
      for row in (bottom + 1)..<top where lines[row].isFree(column..<(column + 1)) {
        lines[row].put(glyphs.link, at: column)
      }
    }
  }

  /// `?` beside a value that is not verified; in its place where both sides are taken.
  private mutating func addDoubt(_ place: Place) {
    let sides = [place.column + 1, place.column - 1].filter {
      (0..<lines[place.row].width).contains($0)
    }
    let free = sides.first { lines[place.row].isFree($0..<($0 + 1)) }
    lines[place.row].put("?", at: free ?? place.column, place.isOutside ? .high : .plain)
  }

  /// Limits as broken lines with their words at the right, behind everything else.
  private mutating func addLimits() {
    for (row, limits) in scale.rows.map(\.limits).enumerated() where !limits.isEmpty {
      let words = self.words(limits)
      let length = words.count
      let width = lines[row].width
      var start: Int?
      if length <= width {
        start = (0...(width - length)).last { lines[row].isFree(($0 - 1)..<($0 + length + 1)) }
      }
      if let start {
        lines[row].write(words, at: start)
      } else {
        unnamed.insert(row)
      }
      let taken = start.map { ($0 - 1)..<($0 + length + 1) } ?? 0..<0
      for column in 0..<width
      where lines[row].isFree(column..<(column + 1)) && !taken.contains(column) {
        lines[row].put(column.isMultiple(of: 2) ? glyphs.limit.even : glyphs.limit.odd, at: column)
      }
    }
  }

  /// `SBP 160`, of several in one row each.
  private func words(_ limits: [ChartLimit]) -> String {
    limits.map { "\(PressurePanel.name($0.sign))\u{A0}\(number($0))" }.joined(separator: "\u{A0}")
  }

  static func name(_ sign: VitalSign) -> String {
    switch sign {
    case .systolic: "SBP"
    case .diastolic: "DBP"
    case .meanArterial, .heartRate, .spo2, .respiratoryRate, .temperature, .endTidalCO2,
      .oxygenFlow,
      .weight, .consciousness, .moaas, .rass:
      sign.shortName
    }
  }

  /// As short as it is exact: `160`, a third over 166 as `166.333…`.
  private func number(_ line: ChartLimit) -> String {
    ExactNumber(line.limit.numerator, over: line.limit.denominator).truncatedText
      .replacing("…", with: glyphs.ellipsis)
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: "\u{A0}", count: max(0, width - text.count)) + text
  }
}
