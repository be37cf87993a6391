import Monitoring
import SessionRecord

/// What was given: the protocol's own drug in a lane of its name, everything else in one below.
struct DoseLanes {
  let lanes: [ChartLane]
  private(set) var hasPause = false
  private(set) var hasUnknownEnd = false
  private(set) var hasInfusion = false
  private(set) var hasAtOnce = false

  init(_ chart: SessionChart, _ axis: TimeAxis, _ glyphs: ChartGlyphs, _ style: Style) {
    let own = chart.doses.filter(\.isOwnDrug)
    let others = chart.doses.filter { !$0.isOwnDrug }
    var lanes: [ChartLane] = []
    if let drug = own.first?.drug {
      let name = style.shown(drug)
      let isCut = DisplayWidth.of(name) > ChartLane.nameWidth
      var lane = ChartLane(name.cut(to: ChartLane.nameWidth, glyphs.ellipsis), width: axis.width)
      for dose in own {
        let words = isCut ? dose.label : dose.amount
        DoseLanes.add(dose, words, to: &lane, chart, axis, glyphs, style)
      }
      lanes.append(lane)
    }
    if !others.isEmpty {
      var lane = ChartLane("other", width: axis.width)
      for dose in others {
        DoseLanes.add(dose, dose.label, to: &lane, chart, axis, glyphs, style)
      }
      lanes.append(lane)
    }
    self.lanes = lanes
    hasPause = chart.doses.contains { !$0.pauses.isEmpty }
    hasUnknownEnd = chart.doses.contains { $0.isInfusion && $0.to == nil && !$0.goesOn }
    hasInfusion = chart.doses.contains(where: \.isInfusion)
    hasAtOnce = chart.doses.contains { !$0.isInfusion }
  }

  private static func add(
    _ dose: ChartDose,
    _ label: String,
    to lane: inout ChartLane,
    _ chart: SessionChart,
    _ axis: TimeAxis,
    _ glyphs: ChartGlyphs,
    _ style: Style
  ) {
    let words = style.shown(label).cut(to: axis.width / 2, glyphs.ellipsis)
    let taken = DisplayWidth.of(words)
    let start = axis.column(dose.from)
    guard dose.isInfusion else {
      // Its mark stands at its time; the words move before it where the chart ends.
      if start + 2 + taken <= axis.width {
        lane.write("\(glyphs.atOnce) \(words)", at: start)
      } else {
        lane.write("\(words) \(glyphs.atOnce)", at: start - taken - 1)
      }
      return
    }
    let last = min(axis.width - 1, max(start, axis.column(dose.to ?? chart.to)))
    var bar = Array(repeating: glyphs.infusion, count: last - start + 1)
    for pause in dose.pauses {
      let from = max(start, axis.column(pause.from))
      let to = min(last, max(from, axis.column(pause.to ?? chart.to) - 1))
      for column in from...max(from, to) where column <= last {
        bar[column - start] = glyphs.paused
      }
    }
    if dose.to == nil { bar.append(dose.goesOn ? glyphs.goesOn : "?") }
    if bar.count > axis.width - start { bar.remove(at: max(0, bar.count - 2)) }
    let line = lane.draw(bar.map { ($0, .plain) }, at: start)
    // Inside the bar, as long as that hides no pause.
    if dose.pauses.isEmpty, bar.count >= taken + 4 {
      lane.cover(line, start + 1, with: " \(words) ")
    } else if !lane.writeIfFree(words, at: start + bar.count + 1, line: line),
      !lane.writeIfFree(words, at: start - 1 - taken, line: line)
    {
      lane.write(words, at: start)
    }
  }
}
