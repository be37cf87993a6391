import SessionRecord

/// Times without a reading: a span with ends below, and in words where they fit.
struct GapMarks {
  let chart: SessionChart
  let axis: PlotAxis

  func add(_ frame: Box, above notes: Double, to drawing: inout Drawing) {
    let y = frame.bottom - notes - 7
    let type = Shape.Lettering(size: 11)
    for gap in chart.gaps {
      // Room to what is at both ends, as far as a short span has it.
      let (begin, end) = (axis.clamped(gap.from), axis.clamped(gap.to))
      let room = min(2, (end - begin) / 4)
      let (left, right) = (begin + room, end - room)
      drawing.line(Spot(left, y), Spot(right, y), .gap)
      drawing.line(Spot(left, y - 3.5), Spot(left, y + 3.5), .gap)
      if !gap.goesOn { drawing.line(Spot(right, y - 3.5), Spot(right, y + 3.5), .gap) }
      let middle = (left + right) / 2
      let spots = [5.0, 40, 75, 110, 145, 180].map { Spot(middle, y - $0) }
      for words in GapMarks.words(gap)
      where TextWidth.of(words, size: type.size) < right - left - 6 {
        guard let spot = drawing.free(spots, for: words, type) else { continue }
        drawing.words(words, spot, type, .mutedWords)
        break
      }
    }
  }

  /// `35 min without a reading`, and shorter for a narrow place.
  static func words(_ gap: Gap) -> [String] {
    let length = SpanText.duration(gap.to - gap.from)
    return ["\(length) without a reading", "\(length) no reading", length]
  }
}
