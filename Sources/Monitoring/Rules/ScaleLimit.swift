package import SessionRecord

/// A score on a scale, or one item of it, at or beyond a limit; the next score that is not ends it.
package struct ScaleLimit: Hashable {
  package let scale: String
  package let comparison: Comparison
  package let limit: Int
  /// The item, from 1; nil for the score.
  package let item: Int?

  package init(_ scale: String, _ comparison: Comparison, limit: Int, item: Int? = nil) {
    self.scale = scale
    self.comparison = comparison
    self.limit = limit
    self.item = item
  }
}

extension ScaleLimit {
  /// The limit as it is compared, in thousandths like every other.
  var broken: BrokenLimit { BrokenLimit(comparison: comparison, numerator: limit * 1_000) }

  /// What is judged of a score; nil where the item was not typed.
  func judged(_ score: ScaleScore) -> Int? {
    guard let item else { return score.score }
    return score.items.indices.contains(item - 1) ? score.items[item - 1] : nil
  }

  /// Whether a score on the scale is at or beyond it.
  package func isBroken(by score: ScaleScore) -> Bool {
    score.scale == scale && (judged(score).map { broken.isBroken(by: $0 * 1_000) } ?? false)
  }

  func verdict(on observation: Observation) -> Verdict? {
    guard case .scale(let score) = observation.content, score.scale == scale,
      let value = judged(score)
    else { return nil }
    let thousandths = value * 1_000
    return Verdict(
      broken.isBroken(by: thousandths) ? .breaks(by: broken.excess(of: thousandths)) : .ends,
      of: .scale(scale),
      reckoned: Reckoned(thousandths)
    )
  }
}
