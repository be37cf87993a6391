/// An amount in thousandths of its unit: 0.5 mg/kg is 500.
package struct Amount: Hashable {
  package let thousandths: Int
  package let unit: DoseUnit

  /// Refuses nothing or less, and more than a million units.
  package init(thousandths: Int, _ unit: DoseUnit) throws(ValueRefusal) {
    guard (1...1_000_000_000).contains(thousandths) else { throw .amountOutside }
    self.thousandths = thousandths
    self.unit = unit
  }

  /// The amount in thousandths of a milligram for a patient of this weight (thousandths of a kg);
  /// nil where the unit is not a mass, or per kilogram without a weight.
  package func milligramThousandths(weight: Int?) -> Int? {
    switch unit {
    case .milligram: thousandths
    case .microgram: thousandths / 1_000
    case .gram: thousandths * 1_000
    case .millilitre, .unit: nil
    case .milligramPerKilogram: weight.map { thousandths * $0 / 1_000 }
    case .microgramPerKilogram: weight.map { thousandths * $0 / 1_000_000 }
    }
  }
}

package enum DoseUnit: Int, Hashable, CaseIterable {
  case milligram = 1
  case microgram = 2
  case gram = 3
  case millilitre = 4
  case milligramPerKilogram = 5
  case microgramPerKilogram = 6
  /// Units of activity, as insulin and oxytocin are given in.
  case unit = 7

  package var text: String {
    switch self {
    case .milligram: "mg"
    case .microgram: "mcg"
    case .gram: "g"
    case .millilitre: "ml"
    case .milligramPerKilogram: "mg/kg"
    case .microgramPerKilogram: "mcg/kg"
    case .unit: "units"
    }
  }

  package init?(text: String) {
    guard let unit = DoseUnit.allCases.first(where: { $0.text == text }) else { return nil }
    self = unit
  }
}

package enum Route: Int, Hashable, CaseIterable {
  case intravenous = 1
  case intramuscular = 2
  case subcutaneous = 3
  case intranasal = 4
  case sublingual = 5
  case oral = 6
  case inhaled = 7
  case rectal = 8
  case transdermal = 9

  package var word: String {
    switch self {
    case .intravenous: "intravenous"
    case .intramuscular: "intramuscular"
    case .subcutaneous: "subcutaneous"
    case .intranasal: "intranasal"
    case .sublingual: "sublingual"
    case .oral: "oral"
    case .inhaled: "inhaled"
    case .rectal: "rectal"
    case .transdermal: "transdermal"
    }
  }

  package init?(word: String) {
    guard let route = Route.allCases.first(where: { $0.word == word }) else { return nil }
    self = route
  }
}

/// What about a dose is not expected and waits to be typed again.
package enum DoseDoubt: Int, Hashable, CaseIterable, Comparable {
  /// Not on the protocol's list of medicines, or of the same class as the protocol's own drug.
  case drug = 1
  /// Over the protocol's mg/kg.
  case amount = 2
  /// The protocol's own drug by another route.
  case route = 3

  package static func < (left: DoseDoubt, right: DoseDoubt) -> Bool {
    left.rawValue < right.rawValue
  }

  package var word: String {
    switch self {
    case .drug: "drug"
    case .amount: "amount"
    case .route: "route"
    }
  }
}

/// A dose given: at once, or over a time.
package struct Dose: Hashable {
  /// The full name, lower case.
  package let drug: String
  package let amount: Amount
  package let route: Route
  /// Minutes over which it is given; nil for a dose given at once.
  package let overMinutes: Int?
  package let unverified: Set<DoseDoubt>
  package let remark: String?

  package init(
    drug: String,
    amount: Amount,
    route: Route,
    overMinutes: Int? = nil,
    unverified: Set<DoseDoubt> = [],
    remark: String? = nil
  ) throws(ValueRefusal) {
    if let overMinutes, !(1...1_440).contains(overMinutes) { throw .durationOutside(overMinutes) }
    self.drug = drug
    self.amount = amount
    self.route = route
    self.overMinutes = overMinutes
    self.unverified = unverified
    self.remark = remark
  }

  /// The same dose with these doubts instead of its own.
  package func doubted(_ doubts: Set<DoseDoubt>) -> Dose {
    Dose(self, unverified: doubts)
  }

  private init(_ dose: Dose, unverified: Set<DoseDoubt>) {
    drug = dose.drug
    amount = dose.amount
    route = dose.route
    overMinutes = dose.overMinutes
    remark = dose.remark
    self.unverified = unverified
  }
}

/// What happened to an infusion.
package enum InfusionEvent: Hashable {
  case start
  case pause
  case resume
  case rate(Amount, per: RateUnit)
  case stop(given: AmountGiven)
}

package enum RateUnit: Int, Hashable, CaseIterable {
  case hour = 1
  case minute = 2

  package var text: String {
    switch self {
    case .hour: "h"
    case .minute: "min"
    }
  }
}

/// How much of an infusion was given when it stopped.
package enum AmountGiven: Hashable {
  case amount(Amount)
  case notKnown
  /// Not said yet: stored, and asked about.
  case notSaid
}
