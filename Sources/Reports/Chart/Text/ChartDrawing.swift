import Monitoring
import SessionRecord

/// A session's chart in letters: axis, flags, pressures, lanes, and what its letters and marks mean.
///
/// The parts of `ChartText`, and what a timeline begins with.
struct ChartDrawing {
  /// Columns under which nothing is drawn: a time would be too narrow to tell from the next.
  static let leastWidth = 60

  let chart: SessionChart
  let style: Style
  let glyphs: ChartGlyphs
  let axis: TimeAxis
  /// Nil where no pressure and no heart rate was measured.
  let panel: PressurePanel?
  let numbers: [NumberLane]
  let doses: DoseLanes
  private let marks: MarkLanes

  init(_ words: SessionWords, _ style: Style) {
    self.style = style
    chart = SessionChart(words)
    glyphs = ChartGlyphs(style)
    axis = TimeAxis(chart, width: style.width - ChartLane.gutter)
    let hasPressures = chart.sets.contains { set in
      PressurePanel.signs.contains { set.values[$0] != nil }
    }
    panel = hasPressures ? PressurePanel(chart, axis, glyphs) : nil
    numbers = ChartDrawing.numbers(chart, axis, glyphs, style)
    doses = DoseLanes(chart, axis, glyphs, style)
    marks = MarkLanes(chart: chart, axis: axis, glyphs: glyphs, style: style)
  }

  var hasSets: Bool { !chart.sets.isEmpty }

  /// What is shown, a value of a set at a time.
  var shown: [ChartValue] { (panel?.shown.map(\.value) ?? []) + numbers.flatMap(\.shown) }

  /// What had no room.
  var omitted: [ChartValue] { (panel?.omitted.map(\.value) ?? []) + numbers.flatMap(\.omitted) }

  // MARK: - Chart

  func addChart(to page: inout Page) {
    for line in heads { page.add(line) }
    if !chart.flags.isEmpty { add(marks.flags, to: &page) }
    for line in panel?.phrases ?? [] { page.add(line) }
    page.add(floor)
    let lanes =
      [marks.gaps].compactMap(\.self) + numbers.map(\.lane) + [marks.sets].compactMap(\.self)
      + doses.lanes + chart.lanes.map { EffectLane($0, in: chart, axis, glyphs, style).lane }
    for lane in lanes { add(lane, to: &page) }
    if !chart.events.isEmpty { add(marks.events, to: &page) }
  }

  private func add(_ lane: ChartLane, to page: inout Page) {
    for line in lane.phrases(glyphs) { page.add(line) }
  }

  /// Days where there is more than one, clock times, and times since the first dose.
  private var heads: [Phrase] {
    var lines: [Phrase] = []
    let space = Phrase(String(repeating: "\u{A0}", count: ChartLane.gutter))
    for ticks in [axis.days, axis.clock, axis.sinceTimeZero] where !ticks.isEmpty {
      var lane = ChartLane("", width: axis.width)
      for tick in ticks { lane.write(style.shown(tick.text), at: tick.column) }
      lines += lane.lines.map { space + $0.phrase }
    }
    return lines
  }

  private var floor: Phrase {
    var line = ChartLine(width: axis.width)
    for column in 0..<axis.width { line.put(glyphs.floor, at: column) }
    for tick in axis.clock { line.put(glyphs.tick, at: tick.column) }
    return ChartLane.gutter("", glyphs.corner) + line.phrase
  }

  private static func numbers(
    _ chart: SessionChart,
    _ axis: TimeAxis,
    _ glyphs: ChartGlyphs,
    _ style: Style
  ) -> [NumberLane] {
    func lane(_ name: String, _ signs: [VitalSign], missingOnly: Bool = false) -> NumberLane {
      NumberLane(
        style.shown(name),
        signs,
        in: chart,
        axis,
        glyphs,
        style,
        missingOnly: missingOnly
      )
    }
    let first: [VitalSign] = [.spo2, .respiratoryRate, .consciousness]
    let others = VitalSign.allCases.filter {
      !PressurePanel.signs.contains($0) && !first.contains($0)
    }
    let missing = [
      lane("no BP", [.systolic, .diastolic], missingOnly: true),
      lane("no HR", [.heartRate], missingOnly: true),
    ]
    let units = chart.words.values
    return
      (missing
      + (first + others).map { lane(name(of: $0, in: units), [$0]) })
      .filter { !$0.isEmpty }
  }

  /// A sign with its unit, in the columns of the gutter.
  private static func name(of sign: VitalSign, in values: ValueText) -> String {
    switch sign {
    case .respiratoryRate: return "resp /min"
    case .endTidalCO2: return "EtCO2"
    case .systolic, .diastolic, .meanArterial, .heartRate, .spo2, .temperature, .oxygenFlow,
      .weight,
      .consciousness, .moaas, .rass:
      let unit = values.unit(of: sign).unit
      let long = unit.isEmpty ? sign.shortName : "\(sign.shortName) \(unit)"
      return DisplayWidth.of(long) <= ChartLane.nameWidth ? long : sign.shortName
    }
  }

  // MARK: - Words

  /// The events by their letters, as many on a line as have room.
  func addKey(to page: inout Page) {
    let opened = chart.words.file.session.opened.instant
    var line = Phrase("")
    var width = 0
    func flush(_ page: inout Page) {
      if !line.isEmpty { page.add(line) }
      line = ""
      width = 0
    }
    for event in chart.events {
      let label = Phrase(event.letter, .strong)
      let time = chart.words.clock.clock(event.at, near: opened)
      let words = Phrase("\(time) ") + event.text
      let whole = label + "\u{A0}" + words.unbroken
      let taken = Cells(whole, style).width
      if width > 0, width + 2 + taken > style.width { flush(&page) }
      if taken > style.width {
        page.add(words, after: label + " ")
      } else {
        line += (width > 0 ? "  " : "") + whole
        width += (width > 0 ? 2 : 0) + taken
      }
    }
    flush(&page)
  }

  func addLegend(to page: inout Page) {
    let legend = TextLegend(self)
    for line in legend.lines { page.add(line) }
  }
}

extension Phrase {
  /// The same words, kept on one line.
  var unbroken: Phrase {
    spans.reduce(into: Phrase("")) { $0 += Phrase($1.text.unbroken, $1.ink) }
  }
}
