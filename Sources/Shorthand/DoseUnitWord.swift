import SessionRecord

/// A word in the place of a dose's unit: one, or something that is mistaken for one.
enum DoseUnitWord {
  case unit(DoseUnit)
  /// Refused, with what to write instead; nil where nothing equals it.
  case wrong(write: String?)

  /// Nil for a word that nobody would take for a unit; in lower case.
  init?(_ word: String) {
    if let unit = DoseUnit(text: word) {
      self = .unit(unit)
    } else if let write = DoseUnitWord.mistaken[word] {
      self = .wrong(write: write.isEmpty ? nil : write)
    } else {
      return nil
    }
  }

  /// The unit that a word is, or the refusal with the right form.
  static func unit(_ word: String) throws(LineRefusal) -> DoseUnit {
    switch DoseUnitWord(word.lowercased()) {
    case .unit(let unit): return unit
    case .wrong(let write): throw .dose(.wrongUnit(word, write: write))
    case nil: throw .dose(.wrongUnit(word, write: nil))
    }
  }

  /// Source: the ISMP and Joint Commission lists of error-prone abbreviations, and words for units.
  private static let mistaken: [String: String] = [
    "ug": "mcg", "µg": "mcg", "μg": "mcg", "microgram": "mcg", "micrograms": "mcg",
    "ug/kg": "mcg/kg", "µg/kg": "mcg/kg", "μg/kg": "mcg/kg",
    "milligram": "mg", "milligrams": "mg", "mgs": "mg",
    "gm": "g", "gram": "g", "grams": "g", "cc": "ml", "millilitre": "ml", "milliliter": "ml",
    "u": "units", "iu": "units", "unit": "units",
  ]
}
