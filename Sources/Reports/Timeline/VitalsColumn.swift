import SessionRecord

/// A column of the table of vital signs.
enum VitalsColumn: Hashable, CaseIterable {
  case bloodPressure
  case mean
  case sign(VitalSign)

  static let allCases: [VitalsColumn] =
    [.bloodPressure, .mean]
    + VitalSign.allCases.filter { $0 > .meanArterial }.map(VitalsColumn.sign)

  func isIn(_ vitals: Vitals) -> Bool {
    switch self {
    case .bloodPressure: vitals.readings[.systolic] != nil || vitals.readings[.diastolic] != nil
    case .mean: vitals.readings[.meanArterial] != nil || vitals.computedMeanTimesThree != nil
    case .sign(let sign): vitals.readings[sign] != nil
    }
  }

  var isNumber: Bool {
    switch self {
    case .bloodPressure, .sign(.consciousness): false
    case .mean, .sign: true
    }
  }
}
