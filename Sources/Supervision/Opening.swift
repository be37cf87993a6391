import Foundation
package import Monitoring
import RecordStore
package import SessionRecord

/// What is needed to open a session.
package struct SessionRequest {
  package let patient: PatientCode
  /// The protocol's text, as it will be kept.
  package let protocolText: [UInt8]
  /// The file or built-in name that the text came from, for messages.
  package let protocolName: String
  package let setting: Setting
  package let zone: Zone
  package let author: ClinicianCode
  package let prescriber: ClinicianCode?
  package let indication: String?
  package let room: String?
  package let weight: Quantity?
  /// Scale 2 is a prescriber's decision, and has to name them.
  package let spo2Scale: SpO2Scale

  package init(
    patient: PatientCode,
    protocolText: [UInt8],
    protocolName: String,
    setting: Setting,
    zone: Zone,
    author: ClinicianCode,
    prescriber: ClinicianCode?,
    indication: String? = nil,
    room: String? = nil,
    weight: Quantity? = nil,
    spo2Scale: SpO2Scale = .one
  ) {
    self.patient = patient
    self.protocolText = protocolText
    self.protocolName = protocolName
    self.setting = setting
    self.zone = zone
    self.author = author
    self.prescriber = prescriber
    self.indication = indication
    self.room = room
    self.weight = weight
    self.spo2Scale = spo2Scale
  }
}

extension Supervision {
  /// Opens a session now.
  ///
  /// A patient has one open session at a time, which is looked at where the record is held for
  /// writing.
  package func open(_ request: SessionRequest) throws -> SessionFile {
    try open(request) { ($0.recorded, []) }
  }

  /// Opens a session with its first entries in the same commit, and says when it began.
  func open(
    _ request: SessionRequest,
    source: Source = .typed,
    with first: (CommitMoment) throws -> (began: Stamp, drafts: [Draft])
  ) throws -> SessionFile {
    let (patient, monitoringProtocol) = try openable(request)
    let reference = try store.keep(
      protocolText: request.protocolText,
      id: monitoringProtocol.id,
      version: monitoringProtocol.version,
      at: clock.now()
    )
    let opening = opening(request, of: patient, under: reference)
    let adoption = try adoption(of: reference)
    var assessment: Assessment?
    let opened: Appended
    do {
      opened = try store.open(at: { commitMoment(in: request.zone) }) { moment in
        let (began, drafts) = try first(moment)
        let draft = Draft(
          id: EntryID(UUID()),
          observed: began,
          author: request.author,
          source: source,
          room: request.room,
          content: .opened(opening)
        )
        return [draft] + drafts
      } assessing: { log in
        let found = assess(log, under: monitoringProtocol, asOf: lastKnown(log))
        assessment = found
        return Assessed(flags: found.flags, tally: found.tally)
      }
    } catch RecordRefusal.alreadyOpen(let patient, let session) {
      throw SupervisionRefusal.openElsewhere(patient, session)
    }
    return SessionTerms(
      session: opened.session,
      patient: patient,
      monitoringProtocol: monitoringProtocol,
      zone: request.zone,
      adoption: adoption
    ).file(
      opened.session,
      log: opened.log,
      assessment: assessment
        ?? assess(opened.log, under: monitoringProtocol, asOf: lastKnown(opened.log))
    )
  }

  private func opening(
    _ request: SessionRequest,
    of patient: Patient,
    under reference: ProtocolReference
  ) -> Opening {
    Opening(
      patient: patient.code,
      identity: patient.commitment,
      monitoringProtocol: reference,
      setting: request.setting,
      zone: request.zone.name,
      prescriber: request.prescriber,
      indication: request.indication,
      room: request.room,
      weight: request.weight,
      spo2Scale: request.spo2Scale
    )
  }

  /// The patient and the protocol of a session that may be opened; refused where it may not.
  func openable(_ request: SessionRequest) throws -> (Patient, MonitoringProtocol) {
    let patient = try patient(request.patient)
    let monitoringProtocol = try MonitoringProtocol(
      reading: request.protocolText,
      from: request.protocolName
    )
    guard monitoringProtocol.settings.contains(request.setting) else {
      throw SupervisionRefusal.settingNotServed(
        monitoringProtocol.id,
        request.setting,
        monitoringProtocol.settings
      )
    }
    try requireAdopted(
      request.protocolText,
      as: monitoringProtocol,
      named: request.protocolName
    )
    guard request.spo2Scale == .one || request.prescriber != nil else {
      throw SupervisionRefusal.spo2ScaleWithoutPrescriber
    }
    if let weight = request.weight,
      !PlausibleRange.expected(.weight).contains(weight.thousandths)
    {
      throw SupervisionRefusal.weightNotExpected(weight)
    }
    return (patient, monitoringProtocol)
  }
}
