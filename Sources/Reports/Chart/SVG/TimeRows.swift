import SessionRecord

/// The rows above the panels: the clock, the minutes from time zero, and above both a new day and
/// clocks that were changed.
struct TimeRows {
  let axis: PlotAxis
  let timeZero: Instant?
  let ticks: [PlotAxis.Tick]
  /// New days and changes of the clock, by time.
  private let turns: [(at: Instant, words: String)]

  init(_ axis: PlotAxis, timeZero: Instant?) {
    self.axis = axis
    self.timeZero = timeZero
    ticks = axis.ticks
    turns = TimeRows.turns(axis)
  }

  private var hasTurns: Bool { !turns.isEmpty }
  private var clockBase: Double { hasTurns ? 29 : 14 }
  /// Below the last row.
  var bottom: Double { clockBase + (timeZero == nil ? 10 : 20) }

  func add(to drawing: inout Drawing) {
    let head = Shape.Lettering(isBold: true, anchor: .end)
    drawing.words("Clock", Spot(PlotAxis.left - 24, clockBase), head)
    for tick in ticks where tick.isMajor {
      let words =
        axis.major % 1_440 == 0 ? day(tick.at) : axis.clock.clock(tick.at)
      addIfFree(words, tick.x, clockBase, .init(), .words, to: &drawing)
    }
    addMinutes(to: &drawing)
    addTurns(to: &drawing)
  }

  /// The lines from a panel's top to its bottom.
  func addGrid(_ panel: Box, to drawing: inout Drawing) {
    for tick in ticks {
      let paint = tick.isMajor ? Paint.strongGrid : Paint.lightGrid
      drawing.line(Spot(tick.x, panel.top), Spot(tick.x, panel.bottom), paint)
    }
    for turn in turns where turn.at > axis.from {
      let x = axis.x(turn.at)
      drawing.line(Spot(x, panel.top), Spot(x, panel.bottom), .turn)
    }
  }

  /// At round distances from time zero, wherever that lies between the times of the clock.
  private func addMinutes(to drawing: inout Drawing) {
    guard let timeZero else { return }
    let isHours = axis.major >= 60 && axis.major % 60 == 0
    let base = clockBase + 13
    let small = Shape.Lettering(size: 10.5)
    let head = Shape.Lettering(size: 10.5, anchor: .end)
    drawing.words(isHours ? "h" : "min", Spot(PlotAxis.left - 24, base), head, .mutedWords)
    let step = axis.major * 60_000
    var at = timeZero
    while at.milliseconds - step >= axis.from.milliseconds {
      at = Instant(milliseconds: at.milliseconds - step)
    }
    while at < axis.from { at = Instant(milliseconds: at.milliseconds + step) }
    while at <= axis.to {
      let minutes = (at - timeZero).wholeMinutes
      let number = isHours ? minutes / 60 : minutes
      let words =
        minutes == 0 ? "0" : (minutes < 0 ? "−" : "+") + String(abs(number))
      let mark = isHours ? (minutes == 0 ? "" : "\u{A0}h") : "′"
      addIfFree(words + mark, axis.x(at), base, small, .mutedWords, to: &drawing)
      at = Instant(milliseconds: at.milliseconds + step)
    }
  }

  /// A day stands over its midnight; the first, which began before the sheet, makes way for it.
  private func addTurns(to drawing: inout Drawing) {
    for turn in turns where turn.at > axis.from {
      let x = axis.clamped(turn.at)
      let width = TextWidth.of(turn.words, size: 11, isBold: true)
      let start = min(x, Double(ChartSVG.width) - width - 1)
      let spots = [0.0, 30, 60, 90, -30, -60, -90].map { Spot(start + $0, 14) }
        .filter { $0.x >= 0 && $0.x + width < Double(ChartSVG.width) }
      let type = Shape.Lettering(size: 11, isBold: true, anchor: .start)
      guard let spot = drawing.free(spots, for: turn.words, type) else { continue }
      drawing.words(turn.words, spot, type)
    }
    guard let first = turns.first, first.at == axis.from else { return }
    let places =
      [(PlotAxis.left, Shape.Anchor.start)]
      + (turns.dropFirst().first.map { [(axis.x($0.at) - 6, .end)] } ?? [])
    for (x, anchor) in places {
      let type = Shape.Lettering(size: 11, isBold: true, anchor: anchor)
      let box = Drawing.box(of: first.words, at: Spot(x, 14), type)
      let room = Box(box.left - 4, box.top, to: box.right + 4, box.bottom)
      guard drawing.isFree(room) else { continue }
      drawing.words(first.words, Spot(x, 14), type)
      return
    }
  }

  private func addIfFree(
    _ words: String,
    _ x: Double,
    _ y: Double,
    _ type: Shape.Lettering,
    _ paint: Paint,
    to drawing: inout Drawing
  ) {
    guard drawing.free([Spot(x, y)], for: words, type) != nil else { return }
    drawing.words(words, Spot(x, y), type, paint)
  }

  private func day(_ instant: Instant) -> String {
    PaperDate.date(axis.clock.stamp(instant).civil)
  }

  /// The days that begin, the first one said at the left edge, and changes of the offset; none in a
  /// session of one day.
  private static func turns(_ axis: PlotAxis) -> [(at: Instant, words: String)] {
    let isLong = axis.major % 1_440 == 0
    var turns: [(at: Instant, words: String)] = []
    let first = axis.clock.stamp(axis.from)
    var at = axis.from
    var known = first
    while at < axis.to {
      let next = min(axis.to, at + .minutes(30))
      let stamp = axis.clock.stamp(next)
      if stamp.offsetMinutes != known.offsetMinutes {
        let change = moment(between: at, next, axis) {
          axis.clock.stamp($0).offsetMinutes != known.offsetMinutes
        }
        turns.append((change, "clocks changed to \(axis.clock.offset(change))"))
      }
      if stamp.civil.date != known.civil.date, !isLong {
        let midnight = moment(between: at, next, axis) {
          axis.clock.stamp($0).civil.date != known.civil.date
        }
        turns.append((midnight, PaperDate.date(stamp.civil)))
      }
      known = stamp
      at = next
    }
    let hasDays = turns.contains { !$0.words.hasPrefix("clocks") }
    if hasDays { turns.insert((axis.from, PaperDate.date(first.civil)), at: 0) }
    return turns
  }

  /// The first minute of which it is so, when it is so of the later one.
  private static func moment(
    between earlier: Instant,
    _ later: Instant,
    _ axis: PlotAxis,
    isSo: (Instant) -> Bool
  ) -> Instant {
    var low = earlier.milliseconds / 1_000
    var high = later.milliseconds / 1_000
    while high - low > 1 {
      let middle = (low + high) / 2
      if isSo(Instant(milliseconds: middle * 1_000)) { high = middle } else { low = middle }
    }
    return Instant(milliseconds: high * 1_000)
  }
}
