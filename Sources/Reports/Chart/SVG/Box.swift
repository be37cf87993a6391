/// A place in a drawing, to the right and down from its corner.
struct Spot: Hashable {
  let x: Double
  let y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle in a drawing.
struct Box: Hashable {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double

  init(_ left: Double, _ top: Double, to right: Double, _ bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  init(around spot: Spot, _ half: Double, _ halfHeight: Double? = nil) {
    let halfHeight = halfHeight ?? half
    self.init(spot.x - half, spot.y - halfHeight, to: spot.x + half, spot.y + halfHeight)
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Spot { Spot((left + right) / 2, (top + bottom) / 2) }

  /// Whether they share more than an edge.
  func meets(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// The area that they share.
  func shared(with other: Box) -> Double {
    guard meets(other) else { return 0 }
    return (min(right, other.right) - max(left, other.left))
      * (min(bottom, other.bottom) - max(top, other.top))
  }

  func contains(_ spot: Spot) -> Bool {
    left <= spot.x && spot.x <= right && top <= spot.y && spot.y <= bottom
  }
}
