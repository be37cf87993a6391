package import SessionRecord

/// The words that a line may use: effects, medicines and scales.
package struct Vocabulary {
  let formulary: Formulary
  /// The protocol's scales, as it lists them.
  let scales: [Scale]
  /// The clinic's own effects, by their folded names.
  private let added: [String: EffectName]
  /// The effects that are stored without a grade, which is asked after.
  private let ungraded: Set<EffectName>
  /// The scales by their folded names.
  private let scalesByName: [String: Scale]
  /// The most words in a name of an effect.
  let mostEffectWords: Int
  /// The most words in the name of a medicine.
  let mostMedicineWords: Int
  /// The most words in the name of a scale.
  let mostScaleWords: Int

  /// *ungraded* are the effects that mean something at any grade or none, besides the crisis words.
  package init(
    formulary: Formulary,
    addedEffects: [EffectName],
    ungraded: [EffectName] = [],
    scales: [Scale]
  ) {
    self.formulary = formulary
    self.scales = scales
    self.ungraded = Set(ungraded)
    added = Dictionary(
      addedEffects.map { (folded($0.text), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    scalesByName = Dictionary(
      scales.map { (folded($0.name), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    mostEffectWords = max(
      EffectWords.mostWords,
      addedEffects.reduce(0) { most, effect in max(most, wordCount(effect.text)) }
    )
    mostMedicineWords = formulary.medicines.reduce(1) { most, name in max(most, wordCount(name)) }
    // People set a space where the name has a hyphen, and where it has none, as in `moaa s`.
    mostScaleWords = scales.reduce(2) { most, scale in max(most, wordCount(scale.name)) }
  }

  /// The effect or circumstance whose name, written with spaces, hyphens or together, this is.
  func effect(_ name: String) -> EffectName? {
    let name = folded(name)
    return EffectWords.table[name] ?? added[name]
  }

  /// Whether an effect is refused until it is graded.
  func needsGrade(_ effect: EffectName) -> Bool {
    !effect.isCrisis && effect != .vomiting && !effect.isCircumstance && !isUngraded(effect)
  }

  /// Whether the protocol watches for it at any grade or none.
  func isUngraded(_ effect: EffectName) -> Bool { ungraded.contains(effect) }

  /// The first circumstance or effect of several words that begins with this one.
  func effect(beginningWith word: String) -> String? {
    let names =
      EffectName.circumstances + EffectName.crises + EffectName.common
      + added.values.sorted { $0.text < $1.text }
    return names.map(\.text).first { $0.hasPrefix("\(word) ") }
  }

  /// Every way to type an effect, as it would be suggested.
  var effectWords: [String] { EffectWords.words + added.values.map(\.text) }

  /// The listed medicine of that name.
  func medicine(_ name: String) -> String? {
    formulary.medicines.contains(name) ? name : nil
  }

  // MARK: - Scales

  /// The listed scale whose name, written with spaces, hyphens or together, this is.
  func scale(_ name: String) -> Scale? { scalesByName[folded(name)] }

  /// What the patient rates in numbers: `nrs-pain`, where `nrs` is listed.
  func rating(of subject: [String]) -> Scale? {
    let name = ([Scale.rating] + subject).joined(separator: "-")
    if let listed = scale(name) { return listed }
    let isWords = subject.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    }
    guard isWords, let rating = scale(Scale.rating), rating.sign == nil else { return nil }
    return rating.rated(as: name)
  }

  /// The name of the listed scale that a misspelt one is closest to.
  func nearestScale(to word: String) -> String? {
    nearest(to: folded(word), among: scales.map { folded($0.name) }).flatMap { scale($0)?.name }
  }
}

/// A name in lower case without spaces and hyphens, so that `chest pain` and `Chestpain` are equal.
func folded(_ name: some StringProtocol) -> String {
  name.lowercased().filter { $0 != " " && $0 != "-" }
}

private func wordCount(_ name: String) -> Int {
  name.split { $0 == " " || $0 == "-" }.count
}
