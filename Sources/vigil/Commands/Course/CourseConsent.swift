import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// Enters a consent on a document, or that it was taken back.
struct CourseConsent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent",
    abstract: "Enter a consent by document and version, or that it was taken back.",
    discussion: """
      Whether the patient was told that the use is off-label is said either way, and never assumed. \
      --capacity-by is who found the patient able to consent.

        vigil course consent P-014 --document 'ketamine consent' --version 3 \\
          --signed 2026-11-19 --off-label-told --capacity-by LH --by KO
        vigil course consent P-014 --withdrawn \\
          --because 'wants to think it over' --by KO
      """
  )

  @Argument(help: "Patient code.")
  var patient: String

  @Option(name: .long, help: ArgumentHelp("What was signed.", valueName: "document"))
  var document: String?

  @Option(
    name: [.customLong("version")],
    help: ArgumentHelp("The document's version.", valueName: "version")
  )
  var documentVersion: String?

  @Option(name: .long, help: ArgumentHelp("The day of the signature.", valueName: "day"))
  var signed: String?

  @ArgumentParser.Flag(name: .long, help: "The patient was told that the use is off-label.")
  var offLabelTold = false

  @ArgumentParser.Flag(
    name: .long,
    help: "The patient was not told so, as where the use is on label."
  )
  var offLabelNotTold = false

  @Option(name: .long, help: ArgumentHelp("Who found capacity.", valueName: "who"))
  var capacityBy: String?

  @Option(name: .long, help: ArgumentHelp("Who witnessed it.", valueName: "name"))
  var witness: String?

  @ArgumentParser.Flag(name: .long, help: "The patient takes the consent back.")
  var withdrawn = false

  @Option(name: .long, help: ArgumentHelp("Why it is taken back.", valueName: "reason"))
  var because: String?

  @OptionGroup var entry: CourseEntryOptions

  func run() throws {
    let event = try withdrawn ? withdrawal() : .consent(consent())
    try entry.enter(patient, aside: withdrawn ? CourseConsent.openSession : { _, _ in nil }) {
      try $0.record(.course(event))
    }
  }

  /// What to do where a session of the patient goes on; nil where none does.
  private static func openSession(of desk: Desk, _ patient: PatientCode) throws -> String? {
    try desk.store.sessions(of: patient, openOnly: true).first.map { session in
      "\(session.label) of \(patient) is open. Tell the prescriber now, and enter what was decided: "
        + "vigil add -s \(session.label) note …"
    }
  }

  private func withdrawal() throws -> CourseEvent {
    let given = [
      ("--document", document != nil), ("--version", documentVersion != nil),
      ("--signed", signed != nil), ("--off-label-told", offLabelTold),
      ("--off-label-not-told", offLabelNotTold), ("--capacity-by", capacityBy != nil),
      ("--witness", witness != nil),
    ]
    if let other = given.first(where: \.1) { throw CourseOptionRefusal.notOfWithdrawal(other.0) }
    guard let because, !because.allSatisfy(\.isWhitespace) else {
      throw CourseOptionRefusal.reasonMissing
    }
    return .consentWithdrawn(reason: try PlainText.checked(because, what: "reason"))
  }

  private func consent() throws -> Consent {
    guard because == nil else { throw CourseOptionRefusal.reasonWithoutWithdrawal }
    guard let document else { throw CourseOptionRefusal.consentOptionMissing("--document") }
    guard let documentVersion else { throw CourseOptionRefusal.consentOptionMissing("--version") }
    guard let signed else { throw CourseOptionRefusal.consentOptionMissing("--signed") }
    guard offLabelTold != offLabelNotTold else { throw CourseOptionRefusal.offLabelNotSaid }
    return try Consent(
      document: PlainText.checked(document, what: "document"),
      version: PlainText.checked(documentVersion, what: "version"),
      signed: signed,
      offLabelTold: offLabelTold,
      capacityBy: capacityBy.map { try PlainText.checked($0, what: "capacity") },
      witness: witness.map { try PlainText.checked($0, what: "witness") }
    )
  }
}
