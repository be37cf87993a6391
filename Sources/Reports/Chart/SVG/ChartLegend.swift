import Monitoring
import SessionRecord

/// The signs of a chart with their words: only those that it uses.
struct ChartLegend {
  /// One sign: how wide it is, and how it is drawn from the left at the middle of its line.
  private struct Item {
    let words: String
    let width: Double
    let draw: (Spot, inout Drawing) -> Void
  }

  private let chart: SessionChart

  init(_ chart: SessionChart) { self.chart = chart }

  private static let lettering = Shape.Lettering(size: 12, anchor: .start)
  private static let lineHeight = 23.0

  var drawing: (shapes: Drawing, height: Double) {
    var drawing = Drawing()
    var x = 0.0
    var y = 14.0
    for item in items {
      let width = item.width + 6 + TextWidth.of(item.words, size: ChartLegend.lettering.size)
      if x > 0, x + width > Double(ChartSVG.width) {
        x = 0
        y += ChartLegend.lineHeight
      }
      item.draw(Spot(x + 1, y), &drawing)
      drawing.words(item.words, Spot(x + item.width + 6, y + 4.2), ChartLegend.lettering)
      x += width + 20
    }
    return (drawing, y + 13)
  }

  var markup: Markup {
    let drawing = drawing
    var markup = Markup()
    markup.element(
      "svg",
      .class("chart legend"),
      .init("viewBox", "0 0 \(ChartSVG.width) \(SVGNumber.text(drawing.height))"),
      .init("width", "100%"),
      .init("role", "img"),
      .init("aria-label", "Signs of the chart"),
      .init("font-family", ChartSVG.font)
    ) { svg in
      svg.line()
      drawing.shapes.add(to: &svg)
    }
    return markup
  }

  private var items: [Item] { values + marks + flags + lanes }

  private func has(_ sign: VitalSign) -> Bool { chart.sets.contains { $0.values[sign] != nil } }

  private var values: [Item] {
    var items: [Item] = []
    if has(.systolic) || has(.diastolic) {
      items.append(
        Item(words: "systolic, diastolic", width: 13) { spot, drawing in
          let x = spot.x + 6
          drawing.line(Spot(x, spot.y - 3), Spot(x, spot.y + 3), .between)
          for (tip, arm) in [(-2.0, -8.0), (2.0, 8.0)] {
            let path = SVGNumber.path([
              Spot(x - 5, spot.y + arm), Spot(x, spot.y + tip), Spot(x + 5, spot.y + arm),
            ])
            drawing.path(path, .pressure)
          }
        }
      )
    }
    if has(.meanArterial) {
      items.append(
        Item(words: "mean pressure as given", width: 11) { spot, drawing in
          drawing.line(spot, Spot(spot.x + 10, spot.y), .pressure)
        }
      )
    }
    if has(.heartRate) {
      items.append(
        Item(words: "heart rate", width: 22) { spot, drawing in
          drawing.line(spot, Spot(spot.x + 21, spot.y), .pulseLine)
          drawing.circle(Spot(spot.x + 10.5, spot.y), 3.7, .pulse)
        }
      )
    }
    if has(.spo2) {
      items.append(
        Item(words: "SpO2", width: 22) { spot, drawing in
          drawing.line(spot, Spot(spot.x + 21, spot.y), .oxygenLine)
          drawing.box(Box(around: Spot(spot.x + 10.5, spot.y), 3.1), .oxygen)
        }
      )
    }
    if chart.doses.contains(where: { $0.isInfusion && $0.isOwnDrug }) {
      items.append(
        Item(words: "infusion", width: 22) { spot, drawing in
          let box = Box(spot.x, spot.y - 7, to: spot.x + 21, spot.y + 7)
          drawing.box(box, .infusion)
          drawing.box(box, .lane)
        }
      )
    }
    return items
  }

  /// A sign that is a letter.
  private func letter(_ letter: String, _ words: String, _ paint: Paint = .words) -> Item {
    let type = Shape.Lettering(size: 11.5, isBold: true, anchor: .start)
    let width = TextWidth.of(letter, size: type.size, isBold: true) + 1
    return Item(words: words, width: width) { spot, drawing in
      drawing.words(letter, Spot(spot.x, spot.y + 4.2), type, paint)
    }
  }

  private var marks: [Item] {
    let values = chart.sets.flatMap(\.values.values)
    var items: [Item] = []
    if chart.sets.contains(where: { !$0.missing.isSubset(of: $0.unrecordable) }) {
      items.append(letter("× –", "looked for, no value"))
    }
    if chart.sets.contains(where: { !$0.unrecordable.isEmpty }) {
      items.append(letter("BP" + SetNotes.lowMark, "too low to read", .redWords))
    }
    if !chart.gaps.isEmpty {
      items.append(
        Item(words: "no reading for more than 20 min", width: 22) { spot, drawing in
          drawing.line(spot, Spot(spot.x + 21, spot.y), .gap)
          for x in [spot.x, spot.x + 21] {
            drawing.line(Spot(x, spot.y - 3.5), Spot(x, spot.y + 3.5), .gap)
          }
        }
      )
    }
    if values.contains(where: \.isUnverified) {
      items.append(letter("?", "not verified (hollow or dashed)"))
    }
    let marked = Set(
      chart.sets.flatMap { set in
        set.values.filter { !PressurePlot.signs.contains($0.key) && $0.key != .spo2 }
          .compactMap { $0.value.mark?.sign }
      }
    )
    if !marked.isEmpty {
      items.append(letter(marked.sorted().joined(separator: " "), "beyond a limit", .redWords))
    }
    if chart.sets.contains(where: \.isAmended) { items.append(letter("†", "corrected")) }
    if chart.sets.contains(where: \.isLate) { items.append(letter("L", "entered late")) }
    if chart.sets.contains(where: \.isFromPaper) { items.append(letter("p", "from paper")) }
    return items
  }

  /// A hollow mark is a low flag or one for information, as there are.
  private var flags: [Item] {
    let kinds: [[Priority]] = [[.high], [.medium], [.low, .info]]
    return kinds.compactMap { kind in
      guard let first = chart.flags.first(where: { kind.contains($0.priority) }) else { return nil }
      let words = kind.filter { one in chart.flags.contains { $0.priority == one } }.map(\.word)
      let mark = FlagMark(FlagMark(first).side, first.priority, number: "n")
      return Item(
        words: "\(words.joined(separator: " or ")) flag",
        width: mark.before + mark.behind
      ) { spot, drawing in
        mark.add(at: Spot(spot.x + mark.before, spot.y), to: &drawing)
      }
    }
  }

  private var lanes: [Item] {
    var items: [Item] = []
    let states = chart.sets.compactMap { $0.values[.consciousness] }
    let levels = Set(states.filter { !$0.isExpected }.compactMap(\.quantity.level)).sorted()
    for level in levels { items.append(letter(level.letter, level.name)) }
    if chart.sets.contains(where: \.hasExpected) {
      items.append(letter("C*", "new confusion, expected"))
    }
    if chart.doses.contains(where: { !$0.isInfusion }) {
      items.append(
        Item(words: "dose at once", width: 13) { spot, drawing in
          let (x, y) = (spot.x + 6, spot.y)
          let spots = [Spot(x, y - 6), Spot(x + 6, y), Spot(x, y + 6), Spot(x - 6, y)]
          drawing.path(SVGNumber.path(spots, isClosed: true), .solid)
        }
      )
    }
    let stretches = chart.lanes.flatMap { $0.spells.flatMap(\.stretches) }
    for severity in [nil, Severity.mild, .moderate, .severe]
    where stretches.contains(where: { $0.severity == severity }) {
      items.append(
        Item(words: severity?.word ?? "not graded", width: 22) { spot, drawing in
          let box = SeverityBar.box(severity, spot.x, spot.x + 21, spot.y)
          SeverityBar.add(severity, box, to: &drawing)
        }
      )
    }
    if chart.lanes.contains(where: { $0.spells.contains { $0.to == nil } }) {
      items.append(
        Item(words: "still present", width: 10) { spot, drawing in
          drawing.path(MedicineBars.arrow(spot, 6.5), .solid)
        }
      )
    }
    return items
  }
}
