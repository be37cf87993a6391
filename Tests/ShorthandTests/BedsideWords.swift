import SessionRecord
import Shorthand

/// The medicines, effects and scales of the tests' clinic.
enum BedsideWords {
  static let formulary = Formulary(
    medicines: ["ketamine", "ondansetron", "labetalol", "midazolam", "magnesium sulfate"],
    ownDrug: "ketamine",
    ownRoute: .intravenous,
    mostMilligramsPerKilogram: 1_000,
    sameClass: ["ketamine", "esketamine"]
  )
  static let vocabulary = vocabulary(scales: SampleScales.all)

  static func vocabulary(scales: [Scale]) -> Vocabulary {
    Vocabulary(
      formulary: formulary,
      addedEffects: [EffectName("restless legs")],
      scales: scales
    )
  }
}
