import SessionRecord

/// What is expected of each sign, in thousandths, written a second time from the grammar: what the table of
/// the program lets through is judged by another.
enum ExpectedValues {
  static func range(_ sign: VitalSign) -> ClosedRange<Int> {
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

  static let leastPulsePressure = 10_000

  /// What is outside of them, or too near together, and not marked.
  static func unmarked(in vitals: Vitals) -> [VitalSign] {
    let verified = vitals.signs.filter { vitals.readings[$0]?.isVerified == true }
    var wrong = verified.filter { sign in
      vitals.value(sign).map { !range(sign).contains($0.thousandths) } ?? false
    }
    if verified.contains(.systolic), verified.contains(.diastolic),
      let systolic = vitals.value(.systolic), let diastolic = vitals.value(.diastolic),
      systolic.thousandths - diastolic.thousandths < leastPulsePressure
    {
      wrong.append(.systolic)
    }
    return wrong
  }
}
