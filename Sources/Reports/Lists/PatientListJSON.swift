package import SessionRecord

/// Patients as a document, `vigil/patients/1`.
package struct PatientListJSON {
  private let patients: [Patient]

  package init(_ patients: [Patient]) { self.patients = patients }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/patients/1"),
      "patients": .array(patients.map(SessionJSON.patient)),
    ]).text
  }
}
