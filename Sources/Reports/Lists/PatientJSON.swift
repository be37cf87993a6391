package import SessionRecord

/// One patient with their sessions as a document, `vigil/patient/1`.
package struct PatientJSON {
  private let patient: Patient
  private let sessions: [Session]
  private let adoptions: Adoptions

  package init(_ patient: Patient, sessions: [Session], adoptions: [Adoption] = []) {
    self.patient = patient
    self.sessions = sessions
    self.adoptions = Adoptions(adoptions)
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/patient/1"),
      "patient": SessionJSON.patient(patient),
      "contact": patient.contact.map { contact in
        .object([
          "address": .optional(contact.address),
          "emergencyNumber": .optional(contact.emergencyNumber),
        ])
      } ?? .null,
      "sessions": .array(sessions.map { SessionJSON.session($0, adoptions) }),
    ]).text
  }
}
