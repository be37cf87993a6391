import Monitoring
import SessionRecord

@testable import Reports

/// What must be so of every chart in letters, asked of what it says that it drew and of its text.
///
/// Each question gives what is wrong, so that a test can hand it a chart that was tampered with.
struct ChartCheck {
  let chart: SessionChart
  var shown: [ChartValue]
  var omitted: [ChartValue]
  /// Of the panel.
  var places: [PressurePanel.Place]
  var lost: [PressurePanel.Place]
  /// Row by row from the bottom, the limits that are drawn there.
  let limits: [[ChartLimit]]
  /// The panel from the bottom.
  var rows: [String]

  init(_ drawing: ChartDrawing) {
    chart = drawing.chart
    shown = drawing.shown
    omitted = drawing.omitted
    places = drawing.panel?.shown ?? []
    lost = drawing.panel?.omitted ?? []
    limits = drawing.panel?.scale.rows.map(\.limits) ?? []
    var page = Page(drawing.style)
    drawing.addChart(to: &page)
    // Above the floor, which has the only corner.
    let floor = page.lines.firstIndex { $0.hasPrefix("          └") || $0.hasPrefix("          +") }
    let above = page.lines[..<(floor ?? 0)]
    rows = above.suffix(limits.count).reversed()
  }

  private var values: [ChartValue: ChartSet.Value] {
    var values: [ChartValue: ChartSet.Value] = [:]
    for set in chart.sets {
      for (sign, value) in set.values { values[ChartValue(entry: set.entry, sign: sign)] = value }
    }
    return values
  }

  /// Every value once: shown, or counted as omitted.
  var uncounted: [String] {
    var wrong: [String] = []
    let all = shown + omitted
    let known = values
    for value in known.keys where all.count(where: { $0 == value }) != 1 {
      wrong.append("\(value.sign) of #\(value.entry) is there \(all.count { $0 == value }) times")
    }
    if all.count != known.count { wrong.append("\(all.count) of \(known.count) values") }
    return wrong
  }

  /// A value on the wrong side of a drawn limit, whosever it is.
  var acrossLimits: [String] {
    var wrong: [String] = []
    let known = values
    for place in places {
      guard let value = known[place.value]?.quantity.thousandths else { continue }
      for (row, lines) in limits.enumerated() {
        for line in lines {
          let isBeyond =
            line.limit.comparison.isUpper ? place.row >= row : place.row <= row
          if isBeyond != line.limit.isBroken(by: value) {
            wrong.append("\(place.value.sign) \(value) in row \(place.row), limit in \(row)")
          }
        }
      }
    }
    return wrong
  }

  /// Limits of the panel that are on no row, or on two.
  var undrawn: [String] {
    chart.limits.filter { PressurePanel.signs.contains($0.sign) }.compactMap { line in
      let count = limits.joined().count {
        $0.sign == line.sign && $0.limit.isSame(as: line.limit)
          && $0.limit.comparison == line.limit.comparison
      }
      return limits.isEmpty || count == 1 ? nil : "\(line.sign) is drawn \(count) times"
    }
  }

  /// What is outside its limits and had to give way to what is inside.
  var outsideLost: [String] {
    var wrong: [String] = []
    for lost in lost where lost.isOutside {
      for place in places
      where place.row == lost.row && place.column == lost.column && !place.isOutside
        && !places.contains(where: {
          $0.row == lost.row && $0.column == lost.column && $0.isOutside
        })
      {
        wrong.append("\(lost.value.sign) of #\(lost.value.entry) lost to \(place.value.sign)")
      }
    }
    let known = values
    for value in omitted where !PressurePanel.signs.contains(value.sign) {
      if known[value]?.isOutside == true {
        wrong.append("\(value.sign) of #\(value.entry) is lost")
      }
    }
    return wrong
  }

  /// Values that are said to be shown, and whose cell in the text has another sign than theirs.
  var unseen: [String] {
    places.compactMap { place in
      let letters = Array(rows[place.row])
      let column = ChartLane.gutter + place.column
      let seen = column < letters.count ? String(letters[column]) : "nothing"
      let own: Set<String> =
        switch place.value.sign {
        case .systolic: ["˅", "v"]
        case .diastolic: ["˄", "^", "◆", "*"]
        default: ["●", "o", "◆", "*"]
        }
      return own.union(["?"]).contains(seen)
        ? nil : "\(place.value.sign) of #\(place.value.entry) is “\(seen)”"
    }
  }

  static func tooWide(_ text: String, _ width: Int) -> [String] {
    text.split(separator: "\n").filter { DisplayWidth.of(String($0)) > width }.map(String.init)
  }

  static func notASCII(_ text: String) -> [String] {
    text.split(separator: "\n").filter { line in !line.utf8.allSatisfy { $0 < 0x80 } }
      .map(String.init)
  }

  var all: [String] { uncounted + acrossLimits + undrawn + outsideLost + unseen }
}
