import SessionRecord

/// The names under which effects and circumstances are typed, besides those that a clinic adds.
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
    for name in EffectName.circumstances { table[folded(name.text)] = name }
    for (word, name) in others { table[folded(word)] = EffectName(name) }
    return table
  }()

  /// Words that say by themselves that a circumstance is over.
  private static let endings: [(word: String, name: String)] = [
    ("line back", "line lost"),
    ("chaperone back", "chaperone away"), ("chaperone here", "chaperone away"),
  ]

  /// The circumstances that are over by their folded words.
  static let ended = Dictionary(
    endings.map { (folded($0.word), EffectName($0.name)) },
    uniquingKeysWith: { first, _ in first }
  )

  /// Every word, as it would be suggested.
  static let words: [String] =
    EffectName.common.map(\.text) + EffectName.crises.map(\.text).sorted() + others.map(\.word)
    + EffectName.circumstances.map(\.text) + endings.map(\.word)

  /// `short of breath`.
  static let mostWords = 3
}
