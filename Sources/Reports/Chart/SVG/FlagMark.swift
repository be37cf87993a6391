import Monitoring
import SessionRecord

/// The mark of a flag with its number beside it: pointing up or down by the side of the limit, round
/// where there is no side; in two outlines and filled when high, filled when medium, hollow else.
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

  /// Over seven points on a sheet of A4, and in ink on white, not in the mark.
  static let lettering = Shape.Lettering(size: 13.5, isBold: true, anchor: .start)

  /// From the middle of the mark to its left edge.
  var before: Double { priority == .high ? 11.5 : 9 }

  /// From the middle of the mark to the right edge of its number.
  var behind: Double {
    let type = FlagMark.lettering
    return numberStart + TextWidth.of(number, size: type.size, isBold: type.isBold)
  }

  private var numberStart: Double { priority == .high ? 12 : 9.5 }

  /// The mark around its middle, 20 high at most.
  func add(at spot: Spot, to drawing: inout Drawing) {
    switch priority {
    case .high:
      add(.flagRim, at: spot, half: 10.5, to: &drawing)
      add(.flag, at: spot, half: 6.3, to: &drawing)
    case .medium: add(.flag, at: spot, half: 8.5, to: &drawing)
    case .low, .info: add(.flagHollow, at: spot, half: 7.8, to: &drawing)
    }
    let type = FlagMark.lettering
    let words = Spot(spot.x + numberStart, spot.y + 4.8)
    // No line of the grid, of a limit or of another flag runs through a number.
    let ground = Drawing.box(of: number, at: words, type)
    drawing.box(Box(ground.left, ground.top - 1, to: ground.right, ground.bottom), .ground)
    drawing.words(number, words, type)
    drawing.take(Box(spot.x - before, spot.y - 10, to: spot.x + behind + 1, spot.y + 10))
  }

  /// Triangles of one middle, so that two outlines keep one distance on every side.
  private func add(_ paint: Paint, at spot: Spot, half: Double, to drawing: inout Drawing) {
    let tip = half * 1.17
    let base = half * 0.63
    let (x, y) = (spot.x, spot.y)
    switch side {
    case .round: drawing.circle(spot, half * 0.86, paint)
    case .up:
      let middle = y + 2.2
      let spots = [
        Spot(x, middle - tip), Spot(x + half, middle + base), Spot(x - half, middle + base),
      ]
      drawing.path(SVGNumber.path(spots, isClosed: true), paint)
    case .down:
      let middle = y - 2.2
      let spots = [
        Spot(x, middle + tip), Spot(x + half, middle - base), Spot(x - half, middle - base),
      ]
      drawing.path(SVGNumber.path(spots, isClosed: true), paint)
    }
  }
}
