import SessionRecord

/// The lines of limits with their words and exact numbers.
struct LimitLines {
  let words: SessionWords
  let panel: Box

  func addLine(_ limit: ChartLimit, _ scale: ValueScale, to drawing: inout Drawing) {
    guard let y = scale.y(of: limit.limit) else { return }
    let paint = Paint.limit(dash: LimitLines.dash(limit.sign))
    drawing.line(Spot(panel.left, y), Spot(panel.right, y), paint)
    drawing.takeLimit(Box(panel.left, y - 0.6, to: panel.right, y + 0.6))
  }

  /// Above or below its line, from the right where there is room.
  func addWords(_ limit: ChartLimit, _ scale: ValueScale, to drawing: inout Drawing) {
    guard let y = scale.y(of: limit.limit) else { return }
    let text = LimitLines.text(limit, words)
    let type = Shape.Lettering(size: 10.5, isBold: true, anchor: .end)
    let width = TextWidth.of(text, size: type.size, isBold: true)
    var spots: [Spot] = []
    var x = panel.right - 4
    while x - width > panel.left + 2 {
      for height in [y - 3.5, y + 11] where height < panel.bottom - 1 && height > panel.top + 8 {
        spots.append(Spot(x, height))
      }
      x -= 24
    }
    // Where lines are too close for words between them: a ground under the words, which hides no
    // value.
    let free = spots.map { (spot: $0, box: Drawing.box(of: text, at: $0, type)) }
      .filter { drawing.isFree(LimitLines.spaced($0.box)) }
      .map { (spot: $0.spot, box: $0.box, crossed: drawing.limits.count(where: $0.box.meets)) }
    let place = free.first { $0.crossed == 0 } ?? free.min { $0.crossed < $1.crossed }
    if let place, place.crossed > 0 { drawing.box(place.box, .ground) }
    guard let spot = place?.spot ?? drawing.best(spots, for: text, type) else { return }
    drawing.words(text, spot, type, .redWords)
  }

  /// With the space that keeps the words of two limits on one height apart.
  private static func spaced(_ box: Box) -> Box {
    Box(box.left - 6, box.top, to: box.right + 6, box.bottom)
  }

  static func text(_ limit: ChartLimit, _ words: SessionWords) -> String {
    let number = words.values.limitNumber(limit.limit, of: limit.sign)
    return "\(limit.sign.shortName) \(limit.limit.comparison.words)\u{A0}\(number)"
  }

  /// A dash of its own for each sign, so that lines can be told apart without their words.
  static func dash(_ sign: VitalSign) -> String {
    switch sign {
    case .diastolic: "2 3"
    case .heartRate: "9 3 2 3"
    case .systolic, .meanArterial, .spo2, .respiratoryRate, .temperature, .endTidalCO2, .oxygenFlow,
      .weight, .consciousness, .moaas, .rass:
      "7 4"
    }
  }
}
