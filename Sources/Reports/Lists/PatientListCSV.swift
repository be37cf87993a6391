package import SessionRecord

/// Patients as a table, one a line.
package struct PatientListCSV {
  private let patients: [Patient]

  package init(_ patients: [Patient]) { self.patients = patients }

  /// Every line ends with CRLF, the last one too.
  package var text: String {
    var table = CSVTable(["patient", "name", "birth_date", "mrn", "allergies", "identity_erased"])
    for patient in patients {
      table.add([
        .text(patient.code.text), .text(patient.identity?.name),
        .plain(patient.identity?.birthDate), .text(patient.identity?.medicalRecordNumber),
        .text(patient.identity?.allergies), .flag(patient.identity == nil),
      ])
    }
    return table.text
  }
}
