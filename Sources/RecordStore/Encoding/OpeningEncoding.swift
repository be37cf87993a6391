import SessionRecord

extension CanonicalWriter {
  mutating func opening(_ value: Opening) {
    text(value.patient.text)
    octets(value.identity.bytes)
    text(value.monitoringProtocol.id.text)
    text(value.monitoringProtocol.version)
    octets(value.monitoringProtocol.digest.bytes)
    code(value.setting)
    text(value.zone)
    optional(value.prescriber?.text)
    optional(value.indication)
    optional(value.room)
    optional(value.weight) { $1.quantity($0) }
    code(value.spo2Scale)
  }
}

extension CanonicalReader {
  mutating func opening() throws(DamagedBody) -> Opening {
    let patient = try text()
    return Opening(
      patient: try valid { () throws(ValueRefusal) in try PatientCode(patient) },
      identity: try digest(),
      monitoringProtocol: ProtocolReference(
        id: ProtocolID(try text()),
        version: try text(),
        digest: try digest()
      ),
      setting: try code(Setting.self),
      zone: try text(),
      prescriber: try optional { reader throws(DamagedBody) in try reader.clinician() },
      indication: try optionalText(),
      room: try optionalText(),
      weight: try optional { reader throws(DamagedBody) in try reader.quantity() },
      spo2Scale: try code(SpO2Scale.self)
    )
  }
}
