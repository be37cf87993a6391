/// The one table of possible and expected values, for every door: typed, imported, from a device.
///
/// Outside *possible* a value is refused (an import keeps it as *not usable*); outside *expected* it
/// is stored as *unverified*. Ranges are in thousandths of the sign's unit and include their ends.
/// All numbers are Vigil's own, and no clinical limits: a possible range is wide enough that every true
/// extreme can be typed, and an expected one narrow enough that a slip of a digit is asked about.
package enum PlausibleRange {
  package static func possible(_ sign: VitalSign) -> ClosedRange<Int> {
    switch sign {
    case .systolic: 30_000...300_000
    case .diastolic: 10_000...200_000
    case .meanArterial: 20_000...250_000
    case .heartRate: 0...280_000
    case .spo2: 0...100_000
    case .respiratoryRate: 0...80_000
    case .temperature: 25_000...45_000
    case .endTidalCO2: 0...150_000
    case .oxygenFlow: 0...80_000
    case .weight: 2_000...400_000
    case .consciousness: 0...4_000
    case .moaas: 0...5_000
    case .rass: -5_000...4_000
    }
  }

  package static func expected(_ sign: VitalSign) -> ClosedRange<Int> {
    switch sign {
    case .systolic: 70_000...220_000
    case .diastolic: 40_000...130_000
    case .meanArterial: 50_000...160_000
    case .heartRate: 40_000...160_000
    case .spo2: 85_000...100_000
    case .respiratoryRate: 6_000...35_000
    case .temperature: 34_000...40_000
    case .endTidalCO2: 15_000...70_000
    case .oxygenFlow: 0...15_000
    case .weight: 35_000...200_000
    case .consciousness: 0...4_000
    case .moaas: 0...5_000
    case .rass: -5_000...4_000
    }
  }

  /// The least expected difference of systolic and diastolic, in thousandths of mmHg.
  package static let expectedPulsePressure = 10_000  // Vigil's own

  /// A change this large from a set less than five minutes older is not expected; nil where any is.
  package static func unexpectedJump(_ sign: VitalSign) -> Int? {
    switch sign {
    case .systolic, .diastolic: 60_000  // Vigil's own
    case .heartRate: 50_000  // Vigil's own
    case .meanArterial, .spo2, .respiratoryRate, .temperature, .endTidalCO2, .oxygenFlow,
      .weight, .consciousness, .moaas, .rass:
      nil
    }
  }

  package static let jumpWindow = TimeSpan.minutes(5)  // Vigil's own
}
