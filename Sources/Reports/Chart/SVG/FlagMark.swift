import SessionRecord

/// The numbered mark of a flag: pointing up or down by the side of the limit, round where there is
/// no side; filled with a rim when high, filled when medium, hollow when low.
struct FlagMark {
  enum Side {
    case up
    case down
    case round
  }

  let side: Side
  let priority: Priority
  let number: String

  init(_ flag: ChartFlag) {
    side =
      switch flag.label.first {
      case "▲": .up
      case "▼": .down
      default: .round
      }
    priority = flag.priority
    number = String(flag.number.value)
  }

  init(_ side: Side, _ priority: Priority, number: String) {
    self.side = side
    self.priority = priority
    self.number = number
  }

  static func halfWidth(_ flag: ChartFlag) -> Double { flag.number.value > 99 ? 17 : 14 }

  private var half: Double { number.count > 2 ? 14.5 : 11.5 }

  /// Around its middle, 19 high.
  func add(at spot: Spot, to drawing: inout Drawing) {
    let paint: Paint =
      switch priority {
      case .high, .medium: .flag
      case .low, .info: .flagHollow
      }
    // Two outlines.
    if priority == .high { add(.flagRim, at: spot, by: 1.8, to: &drawing) }
    add(paint, at: spot, by: priority == .high ? -0.9 : 0, to: &drawing)
    let base =
      switch side {
      case .up: 7.2
      case .down: 0.4
      case .round: 3.9
      }
    let size = number.count > 1 ? 9.8 : 11
    let isHollow = priority != .high && priority != .medium
    drawing.words(
      number,
      Spot(spot.x, spot.y + base),
      .init(size: size, isBold: true),
      isHollow ? .redWords : .wordsOnInk
    )
    drawing.take(Box(around: spot, half + 1.9, 12.5))
  }

  private func add(_ paint: Paint, at spot: Spot, by more: Double, to drawing: inout Drawing) {
    let (x, y) = (spot.x, spot.y)
    switch side {
    case .round:
      if number.count > 2 {
        drawing.box(Box(around: spot, half + more, 8 + more), paint, radius: 8 + more)
      } else {
        drawing.circle(spot, 8.5 + more, paint)
      }
    case .up:
      let spots = [
        Spot(x, y - 10.5 - more * 1.4), Spot(x + half + more, y + 8.5 + more * 0.7),
        Spot(x - half - more, y + 8.5 + more * 0.7),
      ]
      drawing.path(SVGNumber.path(spots, isClosed: true), paint)
    case .down:
      let spots = [
        Spot(x, y + 10.5 + more * 1.4), Spot(x + half + more, y - 8.5 - more * 0.7),
        Spot(x - half - more, y - 8.5 - more * 0.7),
      ]
      drawing.path(SVGNumber.path(spots, isClosed: true), paint)
    }
  }
}
