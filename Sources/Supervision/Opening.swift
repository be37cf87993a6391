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
  /// When it was opened; nil for now.
  ///
  /// Only what is transcribed from paper began before.
  package let began: Stamp?
  /// Transcribed from a paper chart: then nothing blocks, since all of it has happened.
  package let isFromPaper: Bool
  /// Hard gates that the prescriber goes on over, each with the reason.
  package let overrides: [GateDecision.Reasoned]
  /// Soft gates that the observer goes on over.
  package var confirmations: [GateDecision.Reasoned]
  /// The prescriber's decision was read back to them by who types it.
  package let isReadBack: Bool

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
    spo2Scale: SpO2Scale = .one,
    began: Stamp? = nil,
    isFromPaper: Bool = false,
    overrides: [GateDecision.Reasoned] = [],
    confirmations: [GateDecision.Reasoned] = [],
    isReadBack: Bool = false
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
    self.began = began
    self.isFromPaper = isFromPaper
    self.overrides = overrides
    self.confirmations = confirmations
    self.isReadBack = isReadBack
  }
}

extension Supervision {
  /// Opens a session now, or as of when the paper chart was begun.
  ///
  /// A patient has one open session at a time, which is looked at where the record is held for writing.
  /// While a gate of the protocol holds that nobody decided on, none is opened.
  package func open(_ request: SessionRequest) throws -> SessionFile {
    if request.isFromPaper, let began = request.began,
      clock.now() - began.instant < Supervision.newestPaper
    {
      throw PaperRefusal.openedJustNow(request.patient, began)
    }
    return try open(request, source: request.isFromPaper ? .paper : .typed) { moment in
      (request.began ?? moment.recorded, [])
    }
  }

  /// A session that began less long ago is opened live, through its gates.
  private static let newestPaper = TimeSpan.minutes(15)  // Vigil's own

  /// The protocol of a session that may be opened as far as it can be said before the gates are asked.
  package func terms(toOpen request: SessionRequest) throws -> MonitoringProtocol {
    let (patient, monitoringProtocol) = try openable(request)
    try requireNoneOpen(patient.code)
    return monitoringProtocol
  }

  private func requireNoneOpen(_ patient: PatientCode) throws {
    if let open = try store.sessions(of: patient, openOnly: true).first {
      throw SupervisionRefusal.openElsewhere(patient, open.label)
    }
  }

  /// Opens a session with its first entries in the same commit, and says when it began.
  func open(
    _ request: SessionRequest,
    source: Source = .typed,
    with first: (CommitMoment) throws -> (began: Stamp, drafts: [Draft])
  ) throws -> SessionFile {
    let (patient, monitoringProtocol) = try openable(request)
    let screening = try OpeningScreening(
      request,
      of: course(of: request.patient),
      under: monitoringProtocol,
      source: source
    )
    if source == .typed {
      try requireNoneOpen(request.patient)
      // What holds is said before anything is kept; it is asked again where the record is held.
      _ = try screening.contents(at: clock.now())
    }
    let reference = try store.keep(
      protocolText: request.protocolText,
      id: monitoringProtocol.id,
      version: monitoringProtocol.version,
      at: clock.now()
    )
    let opening = opening(request, of: patient, under: reference)
    let adoption = try adoption(of: reference)
    let clinicians = try store.standingClinicians().map(\.clinician)
    var assessment: Assessment?
    let opened: Appended
    do {
      opened = try store.open(at: { commitMoment(in: request.zone) }) { moment in
        let (began, drafts) = try first(moment)
        let draft = Draft(
          id: EntryID(UUID.drawn()),
          observed: began,
          author: request.author,
          source: source,
          room: request.room,
          content: .opened(opening)
        )
        let screened = try screening.contents(at: began.instant).map { content in
          Draft(
            id: EntryID(UUID.drawn()),
            observed: began,
            author: request.author,
            source: source,
            room: request.room,
            content: content
          )
        }
        return [draft] + screened + drafts
      } assessing: { log in
        let found = assess(log, under: monitoringProtocol, asOf: lastKnown(log))
        assessment = found
        return Assessed(flags: found.flags, tally: found.tally(under: monitoringProtocol.formulary))
      }
    } catch RecordRefusal.alreadyOpen(let patient, let session) {
      throw SupervisionRefusal.openElsewhere(patient, session)
    }
    return SessionTerms(
      session: opened.session,
      patient: patient,
      monitoringProtocol: monitoringProtocol,
      zone: request.zone,
      adoption: adoption,
      purpose: store.purpose,
      clinicians: clinicians
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

  /// A patient whom a session can be of: whose identity was erased, nobody can compare with the one in
  /// front of them.
  func patientOfCare(_ code: PatientCode) throws -> Patient {
    let patient = try patient(code)
    guard patient.identity != nil else { throw ErasingRefusal.alreadyErased(code) }
    return patient
  }

  /// The patient and the protocol of a session that may be opened; refused where it may not.
  func openable(_ request: SessionRequest) throws -> (Patient, MonitoringProtocol) {
    let patient = try patientOfCare(request.patient)
    if let prescriber = request.prescriber { try require(.prescriber, of: prescriber) }
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
