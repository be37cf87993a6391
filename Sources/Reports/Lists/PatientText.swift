package import SessionRecord

/// One patient with their sessions.
package struct PatientText {
  private let patient: Patient
  private let sessions: [Session]
  private let style: Style

  package init(_ patient: Patient, sessions: [Session], style: Style) {
    self.patient = patient
    self.sessions = sessions
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    for line in PatientFacts(patient).lines { page.add(line) }
    if let contact = patient.contact {
      page.add(Phrase("address: \(contact.address ?? "not given")"))
      page.add(Phrase("emergency number: \(contact.emergencyNumber ?? "not given")"))
    }
    guard !sessions.isEmpty else {
      page.add("No session yet.")
      return page.text
    }
    return page.text + "\n" + SessionListText(sessions, style: style).text
  }
}
