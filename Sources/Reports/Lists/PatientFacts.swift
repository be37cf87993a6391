import SessionRecord

/// Who a patient is, in lines.
struct PatientFacts {
  private let patient: Patient

  init(_ patient: Patient) { self.patient = patient }

  var lines: [Phrase] {
    guard let identity = patient.identity else {
      return ["\(patient.code.text): the identity was erased"]
    }
    return [
      Phrase("patient \(patient.code.text): \(identity.name ?? "name not given")"),
      Phrase("born \(identity.birthDate ?? "not given")"),
      Phrase("MRN \(identity.medicalRecordNumber ?? "not given")"),
      Phrase("allergies: \(identity.allergies ?? "not given")"),
    ]
  }
}
