import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Patients of this record.
struct PatientCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patient",
    abstract: "Add, list and show patients; keep their contact, and forget who they are.",
    discussion: "  vigil patient list",
    subcommands: [
      PatientAdd.self, PatientList.self, PatientShow.self, PatientContact.self, PatientForget.self,
    ]
  )
}

/// Adds a patient; what is not given as an option is asked for on a terminal.
struct PatientAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a patient.",
    discussion: """
      On a terminal, what is not given is asked for; an empty answer leaves it out. The code is the \
      clinic's pseudonym: the log holds it and a digest, never the name.

        vigil patient add P-014 --name 'Alex Rivera' --birth-date 1984-03-12 \\
          --mrn VGL-0042
      """
  )

  @Argument(help: "Patient code: 1 to 32 letters, digits, - _ or .")
  var code: String

  @Option(name: .long, help: ArgumentHelp("Full name.", valueName: "name"))
  var name: String?

  @Option(name: .long, help: ArgumentHelp("As 1984-03-12.", valueName: "date"))
  var birthDate: String?

  @Option(name: .long, help: ArgumentHelp("Medical record number.", valueName: "number"))
  var mrn: String?

  @Option(name: .long, help: ArgumentHelp("Allergies.", valueName: "text"))
  var allergies: String?

  @ArgumentParser.Flag(name: .long, help: "Ask for nothing.")
  var noInput = false

  @OptionGroup var record: RecordOptions

  func run() throws {
    let code = try PatientCode(code)
    // What is given as an option is refused before there is a record.
    var identity = try identity(asking: false)
    let desk = try Desk.open(record, .creating)
    if try desk.store.patient(code) != nil { throw CommandRefusal.patientExists(code) }
    let known = try desk.store.patients()
    let alike = known.first {
      $0.code.text.lowercased() == code.text.lowercased()
    }
    // Two codes that differ only in their capitals are two patients waiting to be mixed up.
    if let alike { throw CommandRefusal.patientLooksAlike(code, alike.code) }
    if Terminal.isInteractive, !noInput { identity = try self.identity(asking: true) }
    let patient = try desk.store.add(patient: code, identity: identity, at: Desk.now())
    Output.answer(
      ([Answer.text(added: patient)] + PatientAdd.same(as: identity, among: known))
        .joined(separator: "\n")
    )
  }

  /// That others have the same record number, or the same name and birth date.
  private static func same(as identity: Identity, among known: [Patient]) -> [String] {
    known.compactMap { other in
      guard let theirs = other.identity else { return nil }
      let sameNumber =
        identity.medicalRecordNumber != nil
        && identity.medicalRecordNumber == theirs.medicalRecordNumber
      let samePerson =
        identity.name != nil && identity.name?.lowercased() == theirs.name?.lowercased()
        && identity.birthDate != nil && identity.birthDate == theirs.birthDate
      let what =
        switch (sameNumber, samePerson) {
        case (true, true): "record number, name and birth date"
        case (true, false): "record number"
        case (false, true): "name and birth date"
        case (false, false): ""
        }
      guard !what.isEmpty else { return nil }
      return "\(other.code) has the same \(what). Is it the same person?"
    }
  }

  /// Who it is by the options and, where a person is asked, by their answers.
  private func identity(asking: Bool) throws -> Identity {
    func text(_ given: String?, _ question: String, _ what: String) throws -> String? {
      let answer = given ?? (asking ? Terminal.ask(question) : nil)
      return try answer.map { try PlainText.checked($0, what: what) }
    }
    return try Identity(
      name: text(name, "Name:", "name"),
      birthDate: birthDate(asking: asking),
      medicalRecordNumber: text(mrn, "Medical record number:", "record number"),
      allergies: text(allergies, "Allergies:", "list of allergies")
    )
  }
}

extension PatientAdd {
  /// As it was given; where a person is asked, until it is a date or is left out.
  private func birthDate(asking: Bool) throws -> String? {
    let today = Stamp(Desk.now(), in: try LocalZone.resolve(nil)).civil
    if let birthDate {
      try Identity.check(birthDate: birthDate, on: today)
      return birthDate
    }
    while asking {
      let answer = Terminal.ask("Birth date (1984-03-12):")
      do {
        try Identity.check(birthDate: answer, on: today)
        return answer
      } catch {
        Output.message(error.description)
      }
    }
    return nil
  }
}

/// Lists the patients.
struct PatientList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the patients.",
    discussion: "  vigil patient list"
  )

  @Option(name: .long, help: "table, json or csv.")
  var format: TableFormat = .table

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.open(record, .reading)
    let patients = try desk.store.patients()
    switch format {
    case .table: Output.data(PatientListText(patients, style: layout.style).text)
    case .json: Export("patients").give(PatientListJSON(patients).text, from: desk)
    case .csv: Export("patients").give(PatientListCSV(patients).text, from: desk)
    }
  }
}

/// Shows one patient and their sessions.
struct PatientShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a patient and their sessions.",
    discussion: "  vigil patient show P-014"
  )

  @Argument(help: "Patient code.")
  var code: String

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let code = try PatientCode(code)
    let desk = try Desk.open(record, .reading)
    let patient = try desk.supervision.patient(code)
    let sessions = try desk.store.sessions(of: code, openOnly: false)
    switch format {
    case .text: Output.data(PatientText(patient, sessions: sessions, style: layout.style).text)
    case .json:
      let adoptions = try desk.store.adoptions()
      let document = PatientJSON(patient, sessions: sessions, adoptions: adoptions).text
      Export(code.text).give(document, from: desk)
    }
  }
}
