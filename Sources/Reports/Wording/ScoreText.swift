import SessionRecord

/// A score on a scale with what it was scored out of and its level: `PHQ-9 12/27, moderate`.
struct ScoreText {
  private let scale: Scale?
  private let name: String

  /// *scale* is nil where the protocol that lists it is not at hand.
  init(_ name: String, _ scale: Scale?) {
    self.name = name
    self.scale = scale
  }

  /// `PHQ-9 12/27, moderate`.
  func phrase(_ score: ScaleScore) -> String {
    "\(title) \(self.score(score.score, of: score.of))"
  }

  /// As people write it.
  var title: String { scale?.title ?? name.uppercased() }

  /// `12/27, moderate`, *typedMost* where the scale is not known.
  func score(_ score: Int, of typedMost: Int? = nil) -> String {
    var text = String(score)
    if let scale {
      if scale.scoring == .total, scale.range.lowerBound >= 0 {
        text += "/\(scale.range.upperBound)"
      }
      if let level = scale.level(of: score) { text += ", \(level.name)" }
    } else if let typedMost {
      text += "/\(typedMost)"
    }
    return text
  }
}
