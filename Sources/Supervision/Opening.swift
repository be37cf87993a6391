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
    weight: Quantity? = nil
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
  }
}

extension Supervision {
  /// Opens a session now.
  ///
  /// A patient has one open session at a time.
  package func open(_ request: SessionRequest) throws -> SessionFile {
    if let other = try store.sessions(of: request.patient, openOnly: true).first {
      throw SupervisionRefusal.openElsewhere(request.patient, other.label)
    }
    let moment = commitMoment(in: request.zone)
    return try open(request, observed: moment.recorded, with: [])
  }

  /// Opens a session that began at *observed*, with its first entries in the same commit.
  func open(
    _ request: SessionRequest,
    observed: Stamp,
    source: Source = .typed,
    with drafts: [Draft]
  ) throws -> SessionFile {
    let (patient, monitoringProtocol) = try openable(request)
    let moment = commitMoment(in: request.zone)
    let reference = try store.keep(
      protocolText: request.protocolText,
      id: monitoringProtocol.id,
      version: monitoringProtocol.version,
      at: moment.recorded.instant
    )
    let opening = Opening(
      patient: patient.code,
      identity: patient.commitment,
      monitoringProtocol: reference,
      setting: request.setting,
      zone: request.zone.name,
      prescriber: request.prescriber,
      indication: request.indication,
      room: request.room,
      weight: request.weight
    )
    let draft = Draft(
      id: EntryID(UUID()),
      observed: observed,
      author: request.author,
      source: source,
      room: request.room,
      content: .opened(opening)
    )
    let (number, log) = try store.open(draft, at: moment, with: drafts) { log in
      assess(log, under: monitoringProtocol, asOf: moment.recorded.instant).flags
    }
    return try file(
      of: try existing(number),
      under: monitoringProtocol,
      log: log,
      assessment: assess(log, under: monitoringProtocol, asOf: moment.recorded.instant)
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
    return (patient, monitoringProtocol)
  }
}
