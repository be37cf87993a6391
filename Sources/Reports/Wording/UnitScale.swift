import SessionRecord

/// A unit by its exact relation to the stored one: stored × multiplier ÷ divisor + offset.
struct UnitScale: Hashable {
  let multiplier: Int
  let divisor: Int
  /// In thousandths of the shown unit.
  let offset: Int

  static let stored = UnitScale(multiplier: 1, divisor: 1, offset: 0)
  static let fahrenheit = UnitScale(multiplier: 9, divisor: 5, offset: 32_000)
  /// The international pound is 0.45359237 kg.
  static let pounds = UnitScale(multiplier: 100_000_000, divisor: 45_359_237, offset: 0)

  /// Of a difference of two values, which has no zero of its own.
  var ofDifferences: UnitScale { UnitScale(multiplier: multiplier, divisor: divisor, offset: 0) }
}

/// The unit in which a sign's values are shown, and whether the stored one is said beside it.
struct ShownUnit: Hashable {
  let scale: UnitScale
  /// As it stands after a number: `°F`.
  let unit: String
  private let stored: VitalSign

  init(_ sign: VitalSign, in units: DisplayUnits) {
    stored = sign
    switch (sign, units.temperature, units.weight) {
    case (.temperature, .fahrenheit, _): (scale, unit) = (.fahrenheit, "°F")
    case (.weight, _, .pounds): (scale, unit) = (.pounds, "lb")
    default: (scale, unit) = (.stored, sign.unit)
    }
  }

  var isStored: Bool { scale == .stored }

  /// With the space before it that no line ends in.
  var unbreaking: String { isStored ? stored.unbreakingUnit : "\u{A0}" + unit }

  /// As a heading says it above numbers of `ValueText.cell`: `°F (°C)`.
  var heading: String { isStored ? unit : "\(unit) (\(stored.unit))" }

  /// What was typed in this very unit, in tenths; nil for another.
  func typed(_ entered: EnteredUnit?) -> Int? {
    switch (entered, scale) {
    case (.fahrenheit(let tenths)?, .fahrenheit), (.pounds(let tenths)?, .pounds): tenths
    default: nil
    }
  }
}
