/// What is measured.
///
/// The raw value is the sign's number in the record and never changes.
package enum VitalSign: Int, Hashable, CaseIterable, Comparable {
  case systolic = 1
  case diastolic = 2
  /// Mean arterial pressure as a device gave it; the computed one is never stored.
  case meanArterial = 3
  case heartRate = 4
  case spo2 = 5
  case respiratoryRate = 6
  case temperature = 7
  case endTidalCO2 = 8
  case oxygenFlow = 9
  case weight = 10
  case consciousness = 11
  case moaas = 12
  case rass = 13

  package static func < (left: VitalSign, right: VitalSign) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The sign's key in files: protocol, JSON, CSV.
  package var key: String {
    switch self {
    case .systolic: "systolic"
    case .diastolic: "diastolic"
    case .meanArterial: "map"
    case .heartRate: "heartRate"
    case .spo2: "spo2"
    case .respiratoryRate: "respiratoryRate"
    case .temperature: "temperature"
    case .endTidalCO2: "etco2"
    case .oxygenFlow: "oxygenFlow"
    case .weight: "weight"
    case .consciousness: "acvpu"
    case .moaas: "moaas"
    case .rass: "rass"
    }
  }

  package init?(key: String) {
    guard let sign = VitalSign.allCases.first(where: { $0.key == key }) else { return nil }
    self = sign
  }

  /// As a person says it in a sentence.
  package var name: String {
    switch self {
    case .systolic: "systolic pressure"
    case .diastolic: "diastolic pressure"
    case .meanArterial: "mean arterial pressure"
    case .heartRate: "heart rate"
    case .spo2: "SpO2"
    case .respiratoryRate: "respiratory rate"
    case .temperature: "temperature"
    case .endTidalCO2: "EtCO2"
    case .oxygenFlow: "oxygen flow"
    case .weight: "weight"
    case .consciousness: "consciousness (ACVPU)"
    case .moaas: "MOAA/S"
    case .rass: "RASS"
    }
  }

  /// The unit as it is printed after a number; empty for scales.
  package var unit: String {
    switch self {
    case .systolic, .diastolic, .meanArterial, .endTidalCO2: "mmHg"
    case .heartRate, .respiratoryRate: "/min"
    case .spo2: "%"
    case .temperature: "°C"
    case .oxygenFlow: "l/min"
    case .weight: "kg"
    case .consciousness, .moaas, .rass: ""
    }
  }

  /// The unit with the space that belongs before it: `92/min`, `93%`, `36.8 °C`.
  package var unitSuffix: String {
    switch self {
    case .systolic, .diastolic, .meanArterial, .endTidalCO2, .temperature, .oxygenFlow, .weight:
      " " + unit
    case .heartRate, .respiratoryRate, .spo2: unit
    case .consciousness, .moaas, .rass: ""
    }
  }

  /// Whether one decimal may be typed.
  package var takesDecimal: Bool {
    switch self {
    case .temperature, .oxygenFlow, .weight: true
    case .systolic, .diastolic, .meanArterial, .heartRate, .spo2, .respiratoryRate,
      .endTidalCO2, .consciousness, .moaas, .rass:
      false
    }
  }
}

/// Level of consciousness by ACVPU, from alert to unresponsive.
package enum Consciousness: Int, Hashable, CaseIterable, Comparable {
  case alert = 0
  case confused = 1
  case voice = 2
  case pain = 3
  case unresponsive = 4

  package static func < (left: Consciousness, right: Consciousness) -> Bool {
    left.rawValue < right.rawValue
  }

  package var letter: String {
    switch self {
    case .alert: "A"
    case .confused: "C"
    case .voice: "V"
    case .pain: "P"
    case .unresponsive: "U"
    }
  }

  package init?(letter: String) {
    guard let level = Consciousness.allCases.first(where: { $0.letter == letter }) else {
      return nil
    }
    self = level
  }

  package var name: String {
    switch self {
    case .alert: "alert"
    case .confused: "new confusion"
    case .voice: "responds to voice"
    case .pain: "responds to pain"
    case .unresponsive: "unresponsive"
    }
  }
}
