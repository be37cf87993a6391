import SessionRecord

extension Content {
  /// The same content, with the doubts only on what the correction names or what was doubted before.
  func keepingVerified(_ before: Content, except change: Content) -> Content {
    switch (self, before, change) {
    case (.vitals(let new), .vitals(let old), .vitals(let named)):
      var doubtful = Set(new.unverified)
      for sign in old.signs where old.readings[sign]?.isVerified == true && !named.touches(sign) {
        doubtful.remove(sign)
      }
      return .vitals(new.marking(unverified: doubtful))
    default: return self
    }
  }
}

extension Vitals {
  /// Whether a correction that names these signs says something of this one: a pressure is a pair.
  fileprivate func touches(_ sign: VitalSign) -> Bool {
    switch sign {
    case .systolic, .diastolic: readings[.systolic] != nil || readings[.diastolic] != nil
    case .meanArterial, .heartRate, .spo2, .respiratoryRate, .temperature, .endTidalCO2,
      .oxygenFlow, .weight, .consciousness, .moaas, .rass:
      readings[sign] != nil
    }
  }
}
