import SessionRecord

/// The numbers of one sign under their times, in one line as far as they have room.
///
/// What is outside its limits, and what was looked for in vain, takes further lines rather than be left
/// out.
struct NumberLane {
  private struct Number {
    let column: Int
    let text: String
    /// Nil for what was not obtained.
    let value: ChartValue?
    let mark: LimitMarks.Mark?
    /// What has to be shown.
    let isNews: Bool
    let isUnverified: Bool
  }

  let lane: ChartLane
  private(set) var shown: [ChartValue] = []
  private(set) var omitted: [ChartValue] = []
  private(set) var hasMissing = false
  /// The marks that stand behind numbers.
  private(set) var marks: [LimitMarks.Mark] = []

  /// *signs* of which a set has one at most, or all alike, as a blood pressure not obtained;
  /// *missingOnly* for what has its values elsewhere.
  init(
    _ name: String,
    _ signs: [VitalSign],
    in chart: SessionChart,
    _ axis: TimeAxis,
    _ glyphs: ChartGlyphs,
    _ style: Style,
    missingOnly: Bool = false
  ) {
    var numbers: [Number] = []
    for set in chart.sets {
      let column = axis.column(set.at)
      if let sign = signs.first(where: { set.values[$0] != nil }), let value = set.values[sign],
        !missingOnly
      {
        let number = style.shown(chart.words.values.number(value.quantity))
        numbers.append(
          Number(
            column: column,
            text: number + (value.isUnverified ? "?" : ""),
            value: ChartValue(entry: set.entry, sign: sign),
            mark: value.mark,
            isNews: value.isOutside,
            isUnverified: value.isUnverified
          )
        )
      } else if let sign = signs.first(where: set.missing.contains) {
        let isUnrecordable = set.unrecordable.contains(sign)
        numbers.append(
          Number(
            column: column,
            text: isUnrecordable ? "unrec." : glyphs.missing,
            value: nil,
            mark: isUnrecordable ? .flagged : nil,
            isNews: true,
            isUnverified: false
          )
        )
        hasMissing = true
      }
    }
    var lane = ChartLane(name, width: axis.width)
    var wanted: [(column: Int, line: Int, mark: LimitMarks.Mark)] = []
    for number in numbers.filter(\.isNews) + numbers.filter({ !$0.isNews }) {
      let taken = DisplayWidth.of(number.text)
      let column = max(0, min(number.column, axis.width - taken))
      let ink: Ink = number.mark == nil ? .plain : .high
      var line = lane.lines.indices.first { place in
        lane.lines[place].isFree((column - 1)..<(column + taken + 1))
      }
      if line == nil || (line != 0 && !number.isNews) {
        guard number.isNews else {
          if let value = number.value { omitted.append(value) }
          continue
        }
        line = lane.lines.count
      }
      lane.write(number.text, at: column, ink)
      if let value = number.value { shown.append(value) }
      if let mark = number.mark, let line { wanted.append((column + taken, line, mark)) }
    }
    for (column, line, mark) in wanted
    where lane.mark(glyphs.mark(mark), at: column, line: line, .high) {
      marks.append(mark)
    }
    self.lane = lane
  }

  var isEmpty: Bool { lane.lines.allSatisfy { $0.isFree(0..<$0.width) } }
}
