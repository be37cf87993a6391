import Monitoring
import SessionRecord

/// What the marks of a chart mean, its limits in words, and how much had no room.
struct TextLegend {
  private let drawing: ChartDrawing
  private var chart: SessionChart { drawing.chart }
  private var glyphs: ChartGlyphs { drawing.glyphs }

  init(_ drawing: ChartDrawing) { self.drawing = drawing }

  var lines: [Phrase] {
    [points, bars, states].filter { !$0.isEmpty }.map(joined)
      + [limits, omitted].compactMap(\.self)
  }

  private func joined(_ parts: [String]) -> Phrase {
    parts.map { Phrase($0.unbroken) }.joined("  ")
  }

  private var points: [String] {
    guard let panel = drawing.panel else { return [] }
    var parts = [
      "\(glyphs.systolic) systolic", "\(glyphs.diastolic) diastolic",
      "\(glyphs.heartRate) heart rate",
    ]
    if panel.hasBoth { parts.append("\(glyphs.both) diastolic and rate") }
    if panel.scale.rows.contains(where: { !$0.limits.isEmpty }) {
      parts.append("\(glyphs.limit.odd)\(glyphs.limit.odd) limit")
    }
    if panel.scale.isCut { parts.append("rows are cut at limits, not all of 10") }
    return parts
  }

  private var bars: [String] {
    let spells = chart.lanes.flatMap(\.spells)
    var parts: [String] = []
    if !spells.isEmpty {
      parts += [
        "\(glyphs.mild) mild", "\(glyphs.moderate) moderate", "\(glyphs.severe) severe",
      ]
      if spells.contains(where: { $0.stretches.contains { $0.severity == nil } }) {
        parts.append("\(glyphs.ungraded) not graded")
      }
    }
    if drawing.doses.hasInfusion { parts.append("\(glyphs.infusion) infusion") }
    if drawing.doses.hasPause { parts.append("\(glyphs.paused) paused") }
    if drawing.doses.hasAtOnce { parts.append("\(glyphs.atOnce) dose at once") }
    if spells.contains(where: { $0.to != nil }) { parts.append("\(glyphs.ended) gone") }
    if spells.contains(where: { $0.to == nil }) || chart.doses.contains(where: \.goesOn) {
      parts.append("\(glyphs.goesOn) not seen to end")
    }
    if drawing.doses.hasUnknownEnd { parts.append("? end of the infusion not known") }
    return parts
  }

  private var states: [String] {
    var parts: [String] = []
    let values = chart.sets.flatMap(\.values.values)
    if !chart.flags.isEmpty { parts.append("\(glyphs.flagSigns) flag and its number") }
    let marks = Set(drawing.numbers.flatMap(\.marks))
    if !marks.isEmpty {
      let shown = [LimitMarks.Mark.high, .low, .flagged].filter(marks.contains).map(glyphs.mark)
      let once = shown.reduce(into: "") { if !$0.contains($1) { $0 += $1 } }
      parts.append("\(once) behind a number: beyond a limit")
    }
    if values.contains(where: \.isUnverified) { parts.append("? not verified") }
    if chart.sets.contains(where: \.hasExpected) { parts.append("C* new confusion, expected") }
    if drawing.numbers.contains(where: \.hasMissing) {
      parts.append("\(glyphs.missing) not obtained")
    }
    if chart.sets.contains(where: \.isAmended) { parts.append("\(glyphs.corrected) corrected") }
    if chart.sets.contains(where: \.isLate) { parts.append("L typed late") }
    if chart.sets.contains(where: \.isFromPaper) { parts.append("p from paper") }
    if !chart.gaps.isEmpty {
      parts.append("\(glyphs.gap) \(glyphs.gap) no reading for more than 20 min")
    }
    return parts
  }

  /// Each limit that is drawn, and that of SpO2, in full words.
  private var limits: Phrase? {
    guard drawing.hasSets, !chart.limits.isEmpty else { return nil }
    let said = chart.limits.map { line in
      Phrase(
        "\(line.sign.shortName) \(chart.words.values.limit(line.limit, of: line.sign))".unbroken
      )
    }
    return "limits: " + said.joined(", ")
  }

  /// How many values are on no line, and the command that lists every one.
  private var omitted: Phrase? {
    let count = drawing.omitted.count
    guard count > 0 else { return nil }
    let command = "vigil timeline \(chart.words.file.session.number) --vitals"
    return Phrase("\(counted(count, "value")) did not fit at this width: ")
      + Phrase(command.unbroken) + " lists all"
  }
}
