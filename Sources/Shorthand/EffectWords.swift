import SessionRecord

/// The names under which effects are typed, besides those that a clinic adds.
enum EffectWords {
  /// Other words for an effect; the spelling of either side of the Atlantic is understood.
  private static let others: [(word: String, name: String)] = [
    ("not breathing", "apnoea"), ("apnea", "apnoea"),
    ("short of breath", "dyspnoea"), ("dyspnea", "dyspnoea"),
    ("fainted", "syncope"),
    ("vomited", "vomiting"),
    ("drowsy", "sedation"),
    ("numbness", "paraesthesia"), ("paresthesia", "paraesthesia"),
  ]

  /// Effects by their folded names.
  static let table: [String: EffectName] = {
    var table: [String: EffectName] = [:]
    for name in EffectName.common { table[folded(name.text)] = name }
    for name in EffectName.crises { table[folded(name.text)] = name }
    for (word, name) in others { table[folded(word)] = EffectName(name) }
    return table
  }()

  /// Every word, as it would be suggested.
  static let words: [String] =
    EffectName.common.map(\.text) + EffectName.crises.map(\.text).sorted() + others.map(\.word)

  /// `short of breath`.
  static let mostWords = 3
}
