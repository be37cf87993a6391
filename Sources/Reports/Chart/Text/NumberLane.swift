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
            text: number + (value.isUnverified ? "?" : "") + (value.isExpected ? "*" : ""),
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
    for number in numbers.filter(\.isNews) + numbers.filter({ !$0.isNews }) {
      // A number beyond its limit is one word with its sign: without it, it would read as inside.
      let text = number.text + (number.mark.map(glyphs.mark) ?? "")
      let taken = DisplayWidth.of(text)
      let column = max(0, min(number.column, axis.width - taken))
      let first = lane.lines.indices.first { place in
        lane.lines[place].isFree((column - 1)..<(column + taken + 1))
      }
      guard number.isNews || first == 0 else {
        if let value = number.value { omitted.append(value) }
        continue
      }
      lane.write(text, at: column, number.mark == nil ? .plain : .high)
      if let value = number.value { shown.append(value) }
      if let mark = number.mark { marks.append(mark) }
    }
    self.lane = lane
  }

  var isEmpty: Bool { lane.lines.allSatisfy { $0.isFree(0..<$0.width) } }
}
