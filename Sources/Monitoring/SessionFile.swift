package import SessionRecord

/// Everything about one session that a view is rendered from: nothing here is computed by a view.
package struct SessionFile {
  package let session: Session
  package let patient: Patient
  package let monitoringProtocol: MonitoringProtocol
  /// Every entry, as it was written.
  package let log: [Entry]
  package let assessment: Assessment
  /// The session's zone, in which people read its clock.
  package let zone: Zone
  /// The clinic's adoption of the very text that the session is bound to; nil where there is none.
  package let adoption: Adoption?
  /// What the record that it is in is for.
  package let purpose: RecordPurpose
  /// Everybody who is or was listed among the clinicians, with name and roles; empty where nobody was.
  package let clinicians: [Clinician]

  package init(
    session: Session,
    patient: Patient,
    monitoringProtocol: MonitoringProtocol,
    log: [Entry],
    assessment: Assessment,
    zone: Zone,
    adoption: Adoption? = nil,
    purpose: RecordPurpose = .clinic,
    clinicians: [Clinician] = []
  ) {
    self.session = session
    self.patient = patient
    self.monitoringProtocol = monitoringProtocol
    self.log = log
    self.assessment = assessment
    self.zone = zone
    self.adoption = adoption
    self.purpose = purpose
    self.clinicians = clinicians
  }
}

/// A flag with the session that it belongs to, for lists across sessions.
package struct SessionFlag {
  package let session: Session
  package let flag: Flag
  /// Offset of the session's clock at the moment it was raised, in minutes.
  package let offsetMinutes: Int

  package init(session: Session, flag: Flag, offsetMinutes: Int) {
    self.session = session
    self.flag = flag
    self.offsetMinutes = offsetMinutes
  }
}

/// A side effect with the session that it belongs to, for lists across sessions.
package struct SessionEffect {
  package let session: Session
  package let effect: EffectEpisode

  package init(session: Session, effect: EffectEpisode) {
    self.session = session
    self.effect = effect
  }
}
