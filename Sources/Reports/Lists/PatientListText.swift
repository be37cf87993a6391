package import SessionRecord

/// Patients, one a line.
package struct PatientListText {
  private let patients: [Patient]
  private let style: Style

  package init(_ patients: [Patient], style: Style) {
    self.patients = patients
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !patients.isEmpty else {
      page.add("There is no patient.")
      return page.text
    }
    var table = Table([
      .init("Code"), .init("Name"), .init("Born"), .init("MRN"), .init("Allergies"),
    ])
    for patient in patients {
      let identity = patient.identity
      table.add([
        Phrase(patient.code.text),
        Phrase(identity == nil ? "(identity erased)" : identity?.name ?? "–"),
        Phrase(identity?.birthDate ?? "–"), Phrase(identity?.medicalRecordNumber ?? "–"),
        Phrase(identity?.allergies ?? "–"),
      ])
    }
    page.add(table)
    return page.text
  }
}
