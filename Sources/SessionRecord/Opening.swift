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

  package init(
    patient: PatientCode,
    identity: RecordDigest,
    monitoringProtocol: ProtocolReference,
    setting: Setting,
    zone: String,
    prescriber: ClinicianCode?,
    indication: String? = nil,
    room: String? = nil,
    weight: Quantity? = nil
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
  }
}
