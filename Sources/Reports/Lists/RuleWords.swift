import SessionRecord

/// What several flags of one rule have in common, in words, where their titles differ.
enum RuleWords {
  /// Nil where they have nothing in common that can be said.
  static func inCommon(_ flags: [(title: String, measure: Measure)]) -> String? {
    if flags.allSatisfy({ $0.measure == .unverified }) { return "value or dose not verified" }
    let crises = flags.map { $0.title.hasPrefix("crisis word: ") }
    if crises.contains(true) {
      let others = zip(flags, crises).filter { !$1 }.map(\.0.title)
      guard let other = others.first else { return "crisis word" }
      return others.allSatisfy { $0 == other } ? "crisis word, or \(other)" : nil
    }
    return effect(flags)
  }

  /// `effect severe` of `nausea severe` and `headache severe`.
  private static func effect(_ flags: [(title: String, measure: Measure)]) -> String? {
    var common: String?
    for flag in flags {
      guard case .effect(let name) = flag.measure, flag.title.contains(name.text)
      else { return nil }
      let words = flag.title.replacing(name.text, with: "effect", maxReplacements: 1)
      guard common == nil || common == words else { return nil }
      common = words
    }
    return common
  }
}
