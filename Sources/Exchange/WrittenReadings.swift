import SessionRecord

/// The numbers of one row as readings: what cannot have been measured is not usable, as written.
struct WrittenReadings {
  let readings: [VitalSign: Reading]

  init(_ numbers: [VitalSign: WrittenNumber]) {
    var readings: [VitalSign: Reading] = [:]
    for (sign, number) in numbers {
      readings[sign] =
        WrittenReadings.quantity(sign, number).map { .measured($0, verified: true) }
        ?? .notUsable(written: number.written)
    }
    for sign in WrittenReadings.impossible(among: readings) {
      readings[sign] = numbers[sign].map { .notUsable(written: $0.written) }
    }
    self.readings = readings
  }

  /// Nil for an impossible value, and for the zero that a device writes when it measured nothing.
  private static func quantity(_ sign: VitalSign, _ number: WrittenNumber) -> Quantity? {
    switch sign {
    case .systolic, .diastolic, .meanArterial, .heartRate, .spo2:
      guard number.thousandths != 0 else { return nil }
    // Nobody breathing is a finding, and so is a scale's lowest step.
    case .respiratoryRate, .temperature, .endTidalCO2, .oxygenFlow, .weight, .consciousness,
      .moaas, .rass:
      break
    }
    return try? Quantity(sign, thousandths: number.thousandths)
  }

  /// A diastolic that is not below its systolic makes both of no use; a mean that is not between
  /// them is of none itself.
  private static func impossible(among readings: [VitalSign: Reading]) -> [VitalSign] {
    let systolic = readings[.systolic]?.quantity?.thousandths
    let diastolic = readings[.diastolic]?.quantity?.thousandths
    if let systolic, let diastolic, diastolic >= systolic { return [.systolic, .diastolic] }
    guard let mean = readings[.meanArterial]?.quantity?.thousandths,
      systolic.map({ mean > $0 }) == true || diastolic.map({ mean < $0 }) == true
    else { return [] }
    return [.meanArterial]
  }
}
