import Monitoring
import SessionRecord

/// The lanes of single marks: flags above the panel; gaps, changed sets and events below it.
struct MarkLanes {
  /// Lines of marks before they move aside rather than up.
  private static let most = 3

  let chart: SessionChart
  let axis: TimeAxis
  let glyphs: ChartGlyphs
  let style: Style

  /// By their time, each with its number.
  var flags: ChartLane {
    var lane = ChartLane("flags", width: axis.width)
    for flag in chart.flags.sorted(by: { ($0.raised, $0.number) < ($1.raised, $1.number) }) {
      lane.pack(
        glyphs.flag(flag.label),
        at: axis.column(flag.raised),
        Ink(flag.priority),
        space: 0,
        most: MarkLanes.most
      )
    }
    return lane
  }

  var events: ChartLane {
    var lane = ChartLane("events", width: axis.width)
    let space = (chart.events.last?.letter.count ?? 1) - 1
    for event in chart.events {
      lane.pack(
        event.letter,
        at: axis.column(event.at),
        space: min(1, space),
        most: MarkLanes.most
      )
    }
    return lane
  }

  /// `†` for sets that were corrected, `L` for those typed late, `p` for those from paper; nil where
  /// there are none.
  var sets: ChartLane? {
    let changed = chart.sets.filter { $0.isAmended || !$0.sourceMark.isEmpty }
    guard !changed.isEmpty else { return nil }
    var lane = ChartLane("set", width: axis.width)
    for set in changed {
      let marks = (set.isAmended ? glyphs.corrected : "") + set.sourceMark
      lane.pack(marks, at: axis.column(set.at), space: 1, most: MarkLanes.most)
    }
    return lane
  }

  /// `· · 40 min · ·` over times without a reading; nil where there are none.
  var gaps: ChartLane? {
    guard !chart.gaps.isEmpty else { return nil }
    var lane = ChartLane("no values", width: axis.width)
    for gap in chart.gaps {
      let from = min(axis.width - 1, axis.column(gap.from) + 1)
      let to = max(from + 1, axis.column(gap.to))
      let length = to - from
      let words = style.shown(SpanText.duration(gap.to - gap.from))
      let long = style.shown(
        gap.text(chart.words.clock, near: chart.words.file.session.opened.instant)
      )
      let said = [long, words].first { DisplayWidth.of($0) + 4 <= length }
      guard let said else {
        lane.draw(MarkLanes.dots(from..<to, glyphs), at: from)
        lane.write(words, at: from)
        continue
      }
      let line = lane.draw(MarkLanes.dots(from..<to, glyphs), at: from)
      let taken = DisplayWidth.of(said) + 2
      lane.cover(line, from + (length - taken) / 2, with: " \(said) ")
    }
    return lane
  }

  private static func dots(
    _ columns: Range<Int>,
    _ glyphs: ChartGlyphs
  ) -> [(glyph: String, ink: Ink)] {
    columns.map { ($0.isMultiple(of: 2) ? glyphs.gap : " ", .plain) }
  }
}
