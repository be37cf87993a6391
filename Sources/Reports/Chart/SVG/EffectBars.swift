import SessionRecord

/// One effect: bars whose height and fill are its severity, an end mark or an arrow, and words with
/// the worst and the times.
struct EffectBars {
  private struct Item {
    let spell: ChartEffect.Spell
    let left: Double
    let right: Double
    let words: (text: String, x: Double, anchor: Shape.Anchor)
    let row: Int
  }

  private static let type = Shape.Lettering(size: 10.5)
  private static let rowHeight = 17.0

  let name: String
  private let axis: PlotAxis
  private let items: [Item]
  private let rows: Int

  init(_ effect: ChartEffect, _ chart: SessionChart, _ axis: PlotAxis) {
    let text = ShownText(effect.name.text).text
    name = text.prefix(1).uppercased() + text.dropFirst()
    self.axis = axis
    var rows = Rows(margin: 3)
    items = effect.spells.map { spell in
      let left = axis.clamped(spell.from)
      let right = axis.clamped(spell.to ?? max(spell.from, chart.to))
      let end = right + (spell.to == nil ? 16 : 6)
      let words = EffectBars.words(spell, chart.words.clock)
      let width = TextWidth.of(words, size: EffectBars.type.size)
      let fitsRight = end + width < PlotAxis.right
      let fitsLeft = left - 6 - width > PlotAxis.left
      // Before what is still present, as after what has ended.
      let isBefore = fitsLeft && (spell.to == nil || !fitsRight)
      let isUnder = !isBefore && !fitsRight
      if isUnder {
        let x = min(max(left, PlotAxis.left + 3), PlotAxis.right - width - 3)
        let row = rows.place(PlotAxis.left, PlotAxis.right)
        _ = rows.place(PlotAxis.left, PlotAxis.right)
        return Item(
          spell: spell,
          left: left,
          right: right,
          words: (words, x, .start),
          row: row
        )
      }
      let begin = isBefore ? left - 6 - width : left - 2
      let row = rows.place(begin, isBefore ? end : end + width)
      return Item(
        spell: spell,
        left: left,
        right: right,
        words: (words, isBefore ? left - 6 : end, isBefore ? .end : .start),
        row: row
      )
    }
    self.rows = rows.count
  }

  /// `moderate, 13:42–14:35`, `mild, distressing, 14:50–, still present`.
  static func words(_ spell: ChartEffect.Spell, _ clock: SessionClock) -> String {
    let worst = spell.worst?.word ?? "not graded"
    let distress = spell.isDistressing ? ", distressing" : ""
    let begin = clock.clock(spell.from)
    guard let end = spell.to else { return "\(worst)\(distress), \(begin)–, still present" }
    let offset = clock.offset(end)
    let changed = offset == clock.offset(spell.from) ? "" : " (\(offset))"
    return "\(worst)\(distress), \(begin)–\(clock.clock(end))\(changed)"
  }

  var height: Double { Double(max(1, rows)) * EffectBars.rowHeight + 1 }

  func add(_ lane: LaneFrame, to drawing: inout Drawing) {
    lane.addFrame(name, to: &drawing)
    for item in items {
      let middle = lane.top + 9 + Double(item.row) * EffectBars.rowHeight
      let ends = zip(
        item.spell.stretches,
        item.spell.stretches.dropFirst().map { axis.clamped($0.from) } + [item.right]
      )
      for (stretch, end) in ends {
        let left = axis.clamped(stretch.from)
        let box = SeverityBar.box(stretch.severity, left, max(left + 1.5, end), middle)
        SeverityBar.add(stretch.severity, box, to: &drawing)
      }
      let (top, bottom) = (middle - 6.5, middle + 6.5)
      drawing.line(Spot(item.left, top), Spot(item.left, bottom), .edge)
      if item.spell.to != nil {
        drawing.line(Spot(item.right, top), Spot(item.right, bottom), .edge)
      } else {
        drawing.path(MedicineBars.arrow(Spot(item.right, middle), 6.5), .solid)
      }
      let isUnder = item.words.anchor == .start && item.words.x < item.right
      let base = middle + 3.6 + (isUnder ? EffectBars.rowHeight : 0)
      let type = Shape.Lettering(size: EffectBars.type.size, anchor: item.words.anchor)
      drawing.words(item.words.text, Spot(item.words.x, base), type, .mutedWords)
    }
  }
}

/// The bar of a severity: its height and its fill both say it.
enum SeverityBar {
  static func box(_ severity: Severity?, _ left: Double, _ right: Double, _ middle: Double) -> Box {
    let half: Double =
      switch severity {
      case nil: 2.5
      case .mild?: 3
      case .moderate?: 5
      case .severe?: 6.5
      }
    return Box(left, middle - half, to: right, middle + half)
  }

  static func add(_ severity: Severity?, _ box: Box, to drawing: inout Drawing) {
    switch severity {
    case nil: drawing.box(box, .ungraded)
    case .mild?: drawing.box(box, .mild)
    case .moderate?:
      drawing.box(box, .moderate)
      drawing.path(hatch(box), .hatch)
    case .severe?: drawing.box(box, .severe)
    }
  }

  /// Slanted lines, drawn one by one: renderers of paper leave patterns out.
  private static func hatch(_ box: Box) -> String {
    var path = ""
    var x = box.left - box.height + 4
    while x < box.right {
      let from = max(x, box.left)
      let to = min(x + box.height, box.right)
      if to - from > 0.4 {
        path += (path.isEmpty ? "M" : " M") + SVGNumber.pair(from, box.bottom - (from - x))
        path += " L" + SVGNumber.pair(to, box.bottom - (to - x))
      }
      x += 6
    }
    return path.isEmpty ? "M" + SVGNumber.pair(box.left, box.bottom) : path
  }
}
