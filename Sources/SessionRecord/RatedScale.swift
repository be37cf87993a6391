extension Scale {
  /// The numeric rating scale: listed once, and typed with what is rated, as `nrs-pain`.
  package static let rating = "nrs"

  /// The same scale for one subject, by the name that its scores have: `NRS pain` of `nrs-pain`.
  package func rated(as name: String) -> Scale {
    let subject = name.dropFirst(Scale.rating.count + 1).replacing("-", with: " ")
    return Scale(
      name: name,
      title: "\(title) \(subject)",
      range: range,
      worse: worse,
      scoring: scoring,
      items: items,
      levels: levels,
      sign: sign
    )
  }
}

extension Sequence<Scale> {
  /// The scale of a name as scores and rules have it, also of a rating with its subject.
  package func scale(named name: String) -> Scale? {
    if let scale = first(where: { $0.name == name }) { return scale }
    guard name.hasPrefix(Scale.rating + "-") else { return nil }
    return first { $0.name == Scale.rating && $0.sign == nil }.map { $0.rated(as: name) }
  }
}
