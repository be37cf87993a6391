package import SessionRecord

/// The columns that a file of observations may have, in any order.
package enum ObservationColumn: String, CaseIterable {
  case time, systolic, diastolic, map
  case heartRate = "heart_rate"
  case spo2
  case respiratoryRate = "respiratory_rate"
  case temperature, effect, severity, note

  /// What is measured in it; nil for a column that holds no number.
  package var sign: VitalSign? {
    switch self {
    case .systolic: .systolic
    case .diastolic: .diastolic
    case .map: .meanArterial
    case .heartRate: .heartRate
    case .spo2: .spo2
    case .respiratoryRate: .respiratoryRate
    case .temperature: .temperature
    case .time, .effect, .severity, .note: nil
    }
  }
}
