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

  /// The same with the answers item by item, as they were typed: `…, items 1 2 1 0 2 1 0 0 2`.
  func phraseWithItems(_ score: ScaleScore) -> String {
    guard !score.items.isEmpty else { return phrase(score) }
    return phrase(score) + ", items " + score.items.map(String.init).joined(separator: " ")
  }

  /// A rule's title that begins with the scale as it is stored, with its title: `PHQ-9 item 9 …`.
  func naming(_ title: String) -> String {
    guard let scale, title.hasPrefix(name + " ") else { return title }
    return scale.title + title.dropFirst(name.count)
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
