import SessionRecord

/// Who a patient is, in lines.
struct PatientFacts {
  private let patient: Patient
  private let isOnPaper: Bool

  /// On paper the month of birth is spelled.
  init(_ patient: Patient, onPaper: Bool = false) {
    self.patient = patient
    isOnPaper = onPaper
  }

  var lines: [Phrase] {
    guard let identity = patient.identity else {
      return ["\(patient.code.text): the identity was erased"]
    }
    return [
      Phrase("patient \(patient.code.text): \(identity.name ?? "name not given")"),
      Phrase("born \(birthDate(identity) ?? "not given")"),
      Phrase("MRN \(identity.medicalRecordNumber ?? "not given")"),
      Phrase("allergies: \(identity.allergies ?? "not given")"),
    ]
  }

  private func birthDate(_ identity: Identity) -> String? {
    isOnPaper ? identity.birthDate.map(PaperDate.date) : identity.birthDate
  }
}
