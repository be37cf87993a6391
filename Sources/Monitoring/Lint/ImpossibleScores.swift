import SessionRecord

extension ScaleLimit {
  /// Why no score, or no answer to the item, is ever at the limit; nil where one can be.
  func impossibility(on scale: Scale?) -> String? {
    guard let scale else { return "the protocol has no scale “\(self.scale)”" }
    if let sign = scale.sign {
      return "\(sign.name) is kept among the readings, so write it as a limit on the sign"
    }
    guard let item else {
      return unreachable(in: scale.range, "score on \(scale.title)")
    }
    guard let items = scale.items, (1...items.count).contains(item) else {
      return "\(scale.title) has \(scale.items.map { "\($0.count)" } ?? "no") items"
    }
    return unreachable(in: items.points, "answer to an item of \(scale.title)")
  }

  /// What it judges: scores, or the answers to an item; nil where there are none.
  func judgedRange(on scale: Scale) -> ClosedRange<Int>? {
    item == nil ? scale.range : scale.items?.points
  }

  private func unreachable(in range: ClosedRange<Int>, _ what: String) -> String? {
    comparison.unreachable(limit, in: range, step: 1, what) { "\($0)" }
  }
}
