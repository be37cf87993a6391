/// What is wrong with a score.
package enum ScaleFault: Hashable, LineFaultText {
  case nameMissing
  case noSuchScale(String, near: String?, known: [String])
  case scoreMissing(String)
  case notAScore(String, String)
  case outside(String, Int, ClosedRange<Int>)
  /// A score out of something else than the scale's own most.
  case wrongMost(String, Int, most: Int)

  var problem: String {
    switch self {
    case .nameMissing: "Which scale was scored is missing."
    case .noSuchScale(let typed, _, _): "There is no scale “\(typed)”."
    case .scoreMissing(let scale): "The score on \(scale) is missing."
    case .notAScore(let scale, let typed): "“\(typed)” is not a score on \(scale)."
    case .outside(let scale, let score, let range):
      score > range.upperBound
        ? "\(score) on \(scale) is above \(range.upperBound)."
        : "\(score) on \(scale) is below \(range.lowerBound)."
    case .wrongMost(let scale, let typed, let most): "“\(scale)” goes up to \(most), not \(typed)."
    }
  }

  var remedy: String? {
    switch self {
    case .nameMissing: "Write the scale and its score, as scale cadss 21."
    case .noSuchScale(_, let near?, _): "Did you mean \(near)?"
    case .noSuchScale(_, nil, let known):
      "Known: \(known.joined(separator: ", ")). Others in a note."
    case .scoreMissing(let scale): "Write the total, as scale \(scale) 4."
    case .notAScore(let scale, _): "Write one whole number, as scale \(scale) 4."
    case .outside(let scale, _, let range):
      "Write a total from \(range.lowerBound) to \(range.upperBound), as scale \(scale) 4."
    case .wrongMost(let scale, _, let most):
      "Write the score alone, or out of \(most), on \(scale)."
    }
  }
}
