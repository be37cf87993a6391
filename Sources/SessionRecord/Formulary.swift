/// The medicines that a protocol lists, and what it expects of its own drug.
package struct Formulary: Hashable {
  /// Full names, lower case; the protocol's own drug is among them.
  package let medicines: [String]
  package let ownDrug: String
  package let ownRoute: Route
  /// The most expected of the own drug in one dose, in thousandths of mg/kg; nil where none is set.
  package let mostMilligramsPerKilogram: Int?
  /// Other names of the same class (the ketamine class), whose doses wait to be typed again.
  package let sameClass: [String]

  package init(
    medicines: [String],
    ownDrug: String,
    ownRoute: Route,
    mostMilligramsPerKilogram: Int?,
    sameClass: [String]
  ) {
    self.medicines = medicines
    self.ownDrug = ownDrug
    self.ownRoute = ownRoute
    self.mostMilligramsPerKilogram = mostMilligramsPerKilogram
    self.sameClass = sameClass
  }

  /// Whether it is the own drug, or another of its class.
  package func isOfClass(_ drug: String) -> Bool { drug == ownDrug || sameClass.contains(drug) }

  /// What is not expected of this dose for a patient of this weight (thousandths of a kilogram).
  package func doubts(about dose: Dose, weight: Int?) -> Set<DoseDoubt> {
    var doubts: Set<DoseDoubt> = []
    if !medicines.contains(dose.drug) || (sameClass.contains(dose.drug) && dose.drug != ownDrug) {
      doubts.insert(.drug)
    }
    guard dose.drug == ownDrug else { return doubts }
    if dose.route != ownRoute { doubts.insert(.route) }
    if let most = mostMilligramsPerKilogram, isOver(most, dose.amount, weight: weight) {
      doubts.insert(.amount)
    }
    return doubts
  }

  /// Compares products, not quotients, so that nothing is rounded.
  private func isOver(_ most: Int, _ amount: Amount, weight: Int?) -> Bool {
    switch amount.unit {
    case .milligramPerKilogram: amount.thousandths > most
    case .microgramPerKilogram: amount.thousandths > most * 1_000
    case .milligram, .microgram, .gram:
      if let weight {
        milligrams(amount) > most * weight
      } else {
        false
      }
    case .millilitre, .unit: false
    }
  }

  /// Millionths of a milligram.
  private func milligrams(_ amount: Amount) -> Int {
    switch amount.unit {
    case .gram: amount.thousandths * 1_000_000
    case .microgram: amount.thousandths
    case .milligram, .millilitre, .milligramPerKilogram, .microgramPerKilogram, .unit:
      amount.thousandths * 1_000
    }
  }
}
