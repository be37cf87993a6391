package import SessionRecord

/// One patient with their sessions as a document, `vigil/patient/1`.
package struct PatientJSON {
  private let patient: Patient
  private let sessions: [Session]

  package init(_ patient: Patient, sessions: [Session]) {
    self.patient = patient
    self.sessions = sessions
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/patient/1"),
      "patient": SessionJSON.patient(patient),
      "sessions": .array(sessions.map(SessionJSON.session)),
    ]).text
  }
}
