/// Where a session takes place.
package enum Setting: String, Hashable, CaseIterable {
  case clinic
  case telehealth
}

/// The text of the protocol that a session is bound to, by id, version and digest.
package struct ProtocolReference: Hashable {
  package let id: ProtocolID
  package let version: String
  package let digest: RecordDigest

  package init(id: ProtocolID, version: String, digest: RecordDigest) {
    self.id = id
    self.version = version
    self.digest = digest
  }
}

/// Which of NEWS2's two scales a patient's SpO2 is read on.
package enum SpO2Scale: Int, Hashable, CaseIterable {
  case one = 1
  /// For a target of 88 to 92 %, by a prescriber's recorded decision (NEWS2, Royal College of
  /// Physicians 2017).
  case two = 2
}

/// The first entry of every session.
package struct Opening: Hashable {
  package let patient: PatientCode
  /// Salted commitment to the identity that was read back at opening.
  package let identity: RecordDigest
  package let monitoringProtocol: ProtocolReference
  package let setting: Setting
  /// IANA name of the zone whose clock the session's people read.
  package let zone: String
  package let prescriber: ClinicianCode?
  package let indication: String?
  package let room: String?
  /// The weight of the day, in thousandths of a kilogram; without it mg/kg stays blank.
  package let weight: Quantity?
  /// Scale 2 is the decision of the prescriber who is named here.
  package let spo2Scale: SpO2Scale

  package init(
    patient: PatientCode,
    identity: RecordDigest,
    monitoringProtocol: ProtocolReference,
    setting: Setting,
    zone: String,
    prescriber: ClinicianCode?,
    indication: String? = nil,
    room: String? = nil,
    weight: Quantity? = nil,
    spo2Scale: SpO2Scale = .one
  ) {
    self.patient = patient
    self.identity = identity
    self.monitoringProtocol = monitoringProtocol
    self.setting = setting
    self.zone = zone
    self.prescriber = prescriber
    self.indication = indication
    self.room = room
    self.weight = weight
    self.spo2Scale = spo2Scale
  }
}
