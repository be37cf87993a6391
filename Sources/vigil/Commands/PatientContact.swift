import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Sets where a patient is and who comes to them.
struct PatientContact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact",
    abstract: "Set a patient's address and emergency number, for sessions at a distance.",
    discussion: """
      What is named is set and the rest stays; none takes it away. It is kept with the identity, apart \
      from the log: what is replaced is gone, and forget erases it.

        vigil patient contact P-014 --address '12 Harbour Street, Springfield' \\
          --emergency-number '+1 555 0100'
      """
  )

  @Argument(help: "Patient code.")
  var code: String

  @Option(name: .long, help: ArgumentHelp("Where they are during a session.", valueName: "text"))
  var address: String?

  @Option(name: .long, help: ArgumentHelp("Who comes to them there.", valueName: "number"))
  var emergencyNumber: String?

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func validate() throws {
    guard address != nil || emergencyNumber != nil else {
      throw ValidationError("Give --address, --emergency-number, or both.")
    }
  }

  func run() throws {
    let code = try PatientCode(code)
    let address = try address.map { try PlainText.checked($0, what: "address") }
    let number = try emergencyNumber.map { try PlainText.checked($0, what: "emergency number") }
    let desk = try Desk.open(record, .writing)
    let patient = try desk.supervision.set(contactOf: code) { before in
      let contact = try Contact(
        address: PatientContact.said(address, before?.address),
        emergencyNumber: PatientContact.said(number, before?.emergencyNumber)
      )
      return contact == (try Contact()) ? nil : contact
    }
    let sessions = try desk.store.sessions(of: code, openOnly: false)
    Output.answer(
      "The contact of \(code) is set.\n"
        + PatientText(patient, sessions: sessions, style: layout.style).text
    )
  }

  private static func said(_ given: String?, _ before: String?) -> String? {
    guard let given else { return before }
    return given == "none" ? nil : given
  }
}
