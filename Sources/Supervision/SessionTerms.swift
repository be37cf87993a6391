import Monitoring
import RecordStore
import SessionRecord

/// A session with what it is held under, all of it read before anything is written.
///
/// A read that fails after a commit would say that nothing was stored when everything is.
struct SessionTerms {
  let session: Session
  let patient: Patient
  let monitoringProtocol: MonitoringProtocol
  let zone: Zone
  /// The clinic's newest adoption of the version that the session is bound to; nil where there is none.
  let adoption: Adoption?
  let purpose: RecordPurpose
  /// Everybody who is or was listed among the clinicians.
  var clinicians: [Clinician] = []

  /// The session's view of a log; *session* is as that log leaves it.
  func file(_ session: Session, log: [Entry], assessment: Assessment) -> SessionFile {
    SessionFile(
      session: session.beside(log),
      patient: patient,
      monitoringProtocol: monitoringProtocol,
      log: log,
      assessment: assessment,
      zone: zone,
      adoption: adoption,
      purpose: purpose,
      clinicians: clinicians
    )
  }
}

extension Supervision {
  func terms(of session: Session) throws -> SessionTerms {
    SessionTerms(
      session: session,
      patient: try patient(session.opening.patient),
      monitoringProtocol: try monitoringProtocol(of: session),
      zone: try zone(of: session),
      adoption: try adoption(of: session.opening.monitoringProtocol),
      purpose: store.purpose,
      clinicians: try store.standingClinicians().map(\.clinician)
    )
  }
  /// The newest adoption of the very text that a reference names.
  func adoption(of reference: ProtocolReference) throws -> Adoption? {
    try store.adopted(reference.id, version: reference.version)
      .flatMap { $0.digest == reference.digest ? $0 : nil }
  }
}
