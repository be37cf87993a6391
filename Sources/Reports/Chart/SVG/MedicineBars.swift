import Monitoring
import SessionRecord

/// Doses: a bar with its words for one over a time, ◆ for one at once; rows where words would meet.
struct MedicineBars {
  private struct Words {
    let x: Double
    let anchor: Shape.Anchor
    let isUnder: Bool
  }

  private struct Item {
    let dose: ChartDose
    let left: Double
    let right: Double
    /// Nil where they stand in the bar.
    let words: Words?
    let text: String
    let row: Int
  }

  private static let size = 11.5
  private static let rowHeight = 18.0
  /// What the words of a dose need beside it at least.
  private static let least = 150.0

  private let axis: PlotAxis
  private let items: [Item]
  private let rows: Int

  init?(_ chart: SessionChart, _ axis: PlotAxis) {
    guard !chart.doses.isEmpty else { return nil }
    self.axis = axis
    var rows = Rows(margin: 3)
    items = chart.doses.map { MedicineBars.item($0, chart, axis, &rows) }
    self.rows = rows.count
  }

  private static func item(
    _ dose: ChartDose,
    _ chart: SessionChart,
    _ axis: PlotAxis,
    _ rows: inout Rows
  ) -> Item {
    let x = axis.clamped(dose.from)
    let left = dose.isInfusion ? x : x - 6
    let right = dose.isInfusion ? axis.clamped(dose.end(chart)) : x + 6
    let before = left - 8 - PlotAxis.left
    let after = PlotAxis.right - right - (dose.goesOn ? 16 : 8)
    let whole = ShownText(text(dose)).text
    if dose.isInfusion, dose.pauses.isEmpty,
      right - left > TextWidth.of(whole, size: size, isBold: true) + 8
    {
      let row = rows.place(left, right + (dose.goesOn ? 9 : 0))
      return Item(dose: dose, left: left, right: right, words: nil, text: whole, row: row)
    }
    let isUnder = max(before, after) < least
    // What has no room beside its mark is cut off there; the whole of it stands in the tables.
    let space = isUnder ? PlotAxis.right - PlotAxis.left - 8 : max(before, after)
    let text = TextWidth.fitted(whole, size: size, in: space)
    let width = TextWidth.of(text, size: size)
    let words: Words
    let row: Int
    if isUnder {
      words = Words(x: PlotAxis.left + 4, anchor: .start, isUnder: true)
      // Two rows to itself.
      row = rows.place(PlotAxis.left, PlotAxis.right)
      _ = rows.place(PlotAxis.left, PlotAxis.right)
    } else if width <= after {
      words = Words(x: right + (dose.goesOn ? 13 : 5), anchor: .start, isUnder: false)
      row = rows.place(left, words.x + width)
    } else {
      words = Words(x: left - 5, anchor: .end, isUnder: false)
      row = rows.place(words.x - width, right + (dose.goesOn ? 9 : 0))
    }
    return Item(dose: dose, left: left, right: right, words: words, text: text, row: row)
  }

  /// `ketamine 36 mg IV · 40 min`.
  static func text(_ dose: ChartDose) -> String {
    guard dose.isInfusion else { return dose.label }
    guard let end = dose.to else {
      return dose.label + (dose.goesOn ? " · running" : " · end not recorded")
    }
    var text = "\(dose.label) · \(SpanText.duration(end - dose.from))"
    let paused = dose.pauses.reduce(0) { sum, pause in
      sum + max(0, min(pause.to ?? end, end).milliseconds - pause.from.milliseconds)
    }
    if paused > 0 {
      text += ", \(SpanText.duration(TimeSpan(milliseconds: paused))) of it paused"
    }
    return text
  }

  var height: Double { Double(rows) * MedicineBars.rowHeight + 3 }

  func add(_ lane: LaneFrame, chart: SessionChart, to drawing: inout Drawing) {
    lane.addFrame("Medicines", to: &drawing)
    for item in items {
      let top = lane.top + 2.5 + Double(item.row) * MedicineBars.rowHeight
      if item.dose.isInfusion {
        addBar(item, top, chart, to: &drawing)
      } else {
        let (x, y) = ((item.left + item.right) / 2, top + 7.5)
        let spots = [Spot(x, y - 6), Spot(x + 6, y), Spot(x, y + 6), Spot(x - 6, y)]
        drawing.path(SVGNumber.path(spots, isClosed: true), .solid)
      }
      let y = top + 11.5
      if let words = item.words {
        let type = Shape.Lettering(size: MedicineBars.size, anchor: words.anchor)
        let base = y + (words.isUnder ? MedicineBars.rowHeight : 0)
        drawing.words(item.text, Spot(words.x, base), type)
      } else {
        let type = Shape.Lettering(size: MedicineBars.size, isBold: true)
        drawing.words(item.text, Spot((item.left + item.right) / 2, y), type, .wordsOnInk)
      }
    }
  }

  /// In pieces between the pauses, with a thin line through them; an arrow where it goes on.
  private func addBar(
    _ item: Item,
    _ top: Double,
    _ chart: SessionChart,
    to drawing: inout Drawing
  ) {
    let middle = top + 7.5
    if !item.dose.pauses.isEmpty {
      drawing.line(Spot(item.left, middle), Spot(item.right, middle), .medicineLine)
    }
    for piece in item.dose.pieces(chart) {
      let (left, right) = (axis.clamped(piece.from), axis.clamped(piece.to))
      drawing.box(Box(left, top, to: max(left + 1.5, right), top + 15), .medicine)
    }
    if item.dose.goesOn {
      drawing.path(MedicineBars.arrow(Spot(item.right, middle), 7), .solid)
    }
  }

  /// Pointing to the right.
  static func arrow(_ spot: Spot, _ size: Double) -> String {
    SVGNumber.path(
      [
        Spot(spot.x, spot.y - size), Spot(spot.x + size * 1.25, spot.y),
        Spot(spot.x, spot.y + size),
      ],
      isClosed: true
    )
  }
}

extension ChartDose {
  /// Where its bar ends: of one that goes on, the end of what is shown; of one whose end nothing
  /// tells, where it began.
  func end(_ chart: SessionChart) -> Instant { to ?? (goesOn ? max(from, chart.to) : from) }

  /// The times at which it ran.
  func pieces(_ chart: SessionChart) -> [(from: Instant, to: Instant)] {
    let end = end(chart)
    var pieces: [(from: Instant, to: Instant)] = []
    var begin = from
    for pause in pauses.sorted(by: { $0.from < $1.from }) where pause.from < end {
      if begin < pause.from { pieces.append((begin, pause.from)) }
      begin = max(begin, pause.to ?? end)
    }
    if begin < end || pieces.isEmpty { pieces.append((begin, max(begin, end))) }
    return pieces
  }
}
