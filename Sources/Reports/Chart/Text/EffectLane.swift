import Monitoring
import SessionRecord

/// One effect as a bar, as dark as it was severe, with its worst grade in words.
struct EffectLane {
  /// Longest name in the gutter; the words beside the bar have the whole of it.
  let lane: ChartLane

  init(
    _ effect: ChartEffect,
    in chart: SessionChart,
    _ axis: TimeAxis,
    _ glyphs: ChartGlyphs,
    _ style: Style
  ) {
    let full = style.shown(effect.name.text)
    let name =
      effect.name == .dissociation ? "dissoc" : full.cut(to: ChartLane.nameWidth, glyphs.ellipsis)
    var lane = ChartLane(name, width: axis.width)
    var bars: [(line: Int, from: Int, to: Int)] = []
    for spell in effect.spells {
      let (start, bar) = EffectLane.bar(spell, until: chart.to, axis, glyphs)
      let line = lane.draw(bar.map { ($0, .plain) }, at: start)
      bars.append((line, start, start + bar.count))
    }
    for (spell, bar) in zip(effect.spells, bars) {
      let words = EffectLane.words(spell, isOpen: chart.words.file.session.isOpen)
      let isCut = name != full
      let said = isCut ? ["\(full.cut(to: 30, glyphs.ellipsis)), \(words)", words] : [words]
      EffectLane.write(said.map { style.shown($0) }, beside: bar, in: &lane)
    }
    self.lane = lane
  }

  /// The column that it begins in, and a glyph for each of its columns.
  private static func bar(
    _ spell: ChartEffect.Spell,
    until end: Instant,
    _ axis: TimeAxis,
    _ glyphs: ChartGlyphs
  ) -> (Int, [String]) {
    // One at the very edge still has its bar and its end.
    let start = min(axis.column(spell.from), axis.width - 2)
    let last = max(start + 1, min(axis.width - 1, axis.column(spell.to ?? end)))
    var bar: [String] = []
    var worst: [Severity?] = Array(repeating: nil, count: last - start)
    for (place, stretch) in spell.stretches.enumerated() {
      let from = max(start, min(axis.column(stretch.from), last - 1))
      let next = place + 1 < spell.stretches.count ? spell.stretches[place + 1].from : nil
      let to = max(from + 1, min(next.map(axis.column) ?? last, last))
      for column in from..<to where column - start < worst.count {
        // Of two in one column the worse is seen.
        let known = worst[column - start]
        worst[column - start] = known.map { max($0, stretch.severity ?? $0) } ?? stretch.severity
      }
    }
    bar = worst.map(glyphs.bar)
    return (start, bar + [spell.to == nil ? glyphs.goesOn : glyphs.ended])
  }

  /// `moderate`, `not graded, distressing`, `mild, not seen to end`.
  private static func words(_ spell: ChartEffect.Spell, isOpen: Bool) -> String {
    var words = spell.worst?.word ?? "not graded"
    if spell.isDistressing { words += EffectText.distressing }
    if spell.to == nil { words += isOpen ? ", still present" : ", " + EffectText.notEnded }
    return words
  }

  /// After the bar, else before it, else below.
  private static func write(
    _ said: [String],
    beside bar: (line: Int, from: Int, to: Int),
    in lane: inout ChartLane
  ) {
    for words in said {
      let taken = DisplayWidth.of(words)
      if lane.writeIfFree(words, at: bar.to + 1, line: bar.line) { return }
      if lane.writeIfFree(words, at: bar.from - 1 - taken, line: bar.line) { return }
    }
    lane.write(said.last ?? "", at: bar.from)
  }
}
