/// What is reckoned from the values of one set; never typed and never stored.
package enum DerivedSign: Int, Hashable, CaseIterable, Comparable {
  /// Diastolic and a third of the pulse pressure; a device's own is judged beside it.
  case meanPressure = 1
  /// Systolic less diastolic.
  case pulsePressure = 2
  /// Heart rate over systolic.
  case shockIndex = 3

  package static func < (left: DerivedSign, right: DerivedSign) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Its key in files.
  package var key: String {
    switch self {
    case .meanPressure: "meanPressure"
    case .pulsePressure: "pulsePressure"
    case .shockIndex: "shockIndex"
    }
  }

  /// As a person says it in a sentence.
  package var name: String {
    switch self {
    case .meanPressure: "mean arterial pressure"
    case .pulsePressure: "pulse pressure"
    case .shockIndex: "shock index"
    }
  }

  /// As a flag names it.
  package var shortName: String {
    switch self {
    case .meanPressure: "MAP"
    case .pulsePressure: "pulse pressure"
    case .shockIndex: "shock index"
    }
  }

  /// Empty for the shock index, which is a plain number.
  package var unit: String {
    switch self {
    case .meanPressure, .pulsePressure: VitalSign.systolic.unit
    case .shockIndex: ""
    }
  }

  /// What can be reckoned from possible values, in thousandths.
  package var possible: ClosedRange<Int> {
    switch self {
    case .meanPressure: 16_000...250_000
    case .pulsePressure: 1_000...290_000
    case .shockIndex: 0...9_400
    }
  }

  /// The signs that it is reckoned from.
  package var signs: [VitalSign] {
    switch self {
    case .meanPressure, .pulsePressure: [.systolic, .diastolic]
    case .shockIndex: [.systolic, .heartRate]
    }
  }
}

/// A value that was reckoned: an exact fraction, in thousandths over the denominator.
package struct Reckoned: Hashable {
  package let numerator: Int
  package let denominator: Int
  /// A score that lacks something: it is at least so much.
  package let isAtLeast: Bool

  package init(_ numerator: Int, over denominator: Int = 1, isAtLeast: Bool = false) {
    self.numerator = numerator
    self.denominator = denominator
    self.isAtLeast = isAtLeast
  }
}
