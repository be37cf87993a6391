package import SessionRecord

/// What is wrong with a score.
package enum ScaleFault: Hashable, LineFaultText {
  /// No name, and a scale that could be scored; nil where the protocol lists none.
  case nameMissing(Scale?)
  case noSuchScale(String, near: String?, known: [String])
  case scoreMissing(Scale)
  case notAScore(Scale, String)
  case outside(Scale, Int)
  /// A score out of something else than the scale's own most.
  case wrongMost(Scale, Int)
  /// A score alone, where it is not a sum but follows from the answers.
  case needsItems(Scale)
  case scoreAndItems(Scale)
  /// What the score on one scale would be, where another's name goes on with that number.
  case whichScale(Scale, Int, other: Scale, rest: String)
  /// Items of a scale of which only a score can be typed.
  case noItems(Scale)
  /// So many answers, and not one for each item.
  case itemCount(Scale, Int)
  case notAnItem(Scale, item: Int, String)
  case itemOutside(Scale, item: Int, Int)

  var problem: String {
    switch self {
    case .nameMissing: "Which scale was scored is missing."
    case .noSuchScale(let typed, _, _): "There is no scale “\(typed)”."
    case .scoreMissing(let scale): "The score on \(scale.name) is missing."
    case .notAScore(let scale, let typed): "“\(typed)” is not a score on \(scale.name)."
    case .outside(let scale, let score):
      score > scale.range.upperBound
        ? "\(score) on \(scale.name) is above \(scale.range.upperBound)."
        : "\(score) on \(scale.name) is below \(scale.range.lowerBound)."
    case .wrongMost(let scale, let typed):
      "“\(scale.name)” goes up to \(scale.range.upperBound), not \(typed)."
    case .needsItems(let scale):
      "The outcome on \(scale.name) is reckoned from its items, and no score is typed."
    case .scoreAndItems(let scale):
      "The score on \(scale.name) is reckoned where its items are typed."
    case .whichScale(let scale, let score, let other, let rest):
      "“\(scale.name) \(score) \(rest)” could be \(scale.name) or \(other.name)."
    case .noItems(let scale): "No items of \(scale.name) can be typed, only its score."
    case .itemCount(let scale, let typed): "There \(count(scale)) in \(scale.name), not \(typed)."
    case .notAnItem(let scale, let item, let typed):
      "“\(typed)”, for item \(item) of \(scale.name), is not a whole number in plain digits."
    case .itemOutside(let scale, let item, let typed):
      "\(typed), for item \(item) of \(scale.name), is not from \(points(scale))."
    }
  }

  var remedy: String? {
    switch self {
    case .nameMissing(let scale?): "Write the scale and its score, as \(example(scale))."
    case .nameMissing(nil): "The protocol lists no scale. Write the score in a note."
    case .noSuchScale(_, _, []): "The protocol lists no scale. Write the score in a note."
    case .noSuchScale(_, let near, let known):
      (near.map { "Did you mean \($0)? " } ?? "")
        + "Known: \(known.joined(separator: ", ")). Others in a note."
    case .scoreMissing(let scale): "Write the total, as \(example(scale))\(orItems(scale))."
    case .notAScore(let scale, _):
      "Write one whole number, as \(example(scale))\(orItems(scale))."
    case .outside(let scale, _):
      "Write a total from \(scale.range.lowerBound) to \(scale.range.upperBound), "
        + "as \(example(scale))."
    case .wrongMost(let scale, _):
      "Write the score alone, or out of \(scale.range.upperBound), on \(scale.name)."
    case .whichScale(let scale, let score, let other, let rest):
      "Write scale \(other.name) \(rest), or scale \(scale.name) \(score) alone."
    case .noItems(let scale): "Write the score, as \(example(scale))."
    case .scoreAndItems(let scale): "Write \(itemForm(scale)), without the score."
    case .needsItems(let scale), .itemCount(let scale, _), .notAnItem(let scale, _, _),
      .itemOutside(let scale, _, _):
      "Write \(itemForm(scale)), with spaces between."
    }
  }

  /// A line that could be stored.
  private func example(_ scale: Scale) -> String {
    guard scale.scoring == .total else { return itemForm(scale) }
    let score = min(max(4, scale.range.lowerBound), scale.range.upperBound)
    return "scale \(scale.name) \(score)"
  }

  private func itemForm(_ scale: Scale) -> String {
    guard let items = scale.items else { return "scale \(scale.name) items and each answer" }
    return "scale \(scale.name) items and "
      + (items.count == 1 ? "its number" : "its \(items.count) numbers")
      + " from \(points(scale))"
  }

  private func orItems(_ scale: Scale) -> String {
    scale.items == nil || scale.sign != nil ? "" : ", or \(itemForm(scale))"
  }

  private func count(_ scale: Scale) -> String {
    switch scale.items?.count {
    case nil: "are no items"
    case 1?: "is 1 item"
    case let count?: "are \(count) items"
    }
  }

  private func points(_ scale: Scale) -> String {
    scale.items.map { "\($0.points.lowerBound) to \($0.points.upperBound)" } ?? ""
  }
}
