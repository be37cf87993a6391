package import SessionRecord

/// The words that a line may use: effects, medicines and scales.
package struct Vocabulary {
  let formulary: Formulary
  /// The clinic's own effects, by their folded names.
  private let added: [String: EffectName]
  /// The most words in a name of an effect.
  let mostEffectWords: Int
  /// The most words in the name of a medicine.
  let mostMedicineWords: Int

  package init(formulary: Formulary, addedEffects: [EffectName]) {
    self.formulary = formulary
    added = Dictionary(
      addedEffects.map { (folded($0.text), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    mostEffectWords = max(
      EffectWords.mostWords,
      addedEffects.reduce(0) { most, effect in max(most, wordCount(effect.text)) }
    )
    mostMedicineWords = formulary.medicines.reduce(1) { most, name in max(most, wordCount(name)) }
  }

  /// The effect whose name, written with spaces, hyphens or together, this is.
  func effect(_ name: String) -> EffectName? {
    let name = folded(name)
    return EffectWords.table[name] ?? added[name]
  }

  /// Every way to type an effect, as it would be suggested.
  var effectWords: [String] { EffectWords.words + added.values.map(\.text) }

  /// The listed medicine of that name.
  func medicine(_ name: String) -> String? {
    formulary.medicines.contains(name) ? name : nil
  }
}

/// A name in lower case without spaces and hyphens, so that `chest pain` and `Chestpain` are equal.
func folded(_ name: some StringProtocol) -> String {
  name.lowercased().filter { $0 != " " && $0 != "-" }
}

private func wordCount(_ name: String) -> Int { name.split(separator: " ").count }
