import ArgumentParser
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Keeps the clinic's word that it uses a protocol.
struct AdoptProtocol: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Adopt a protocol: sessions are opened under it from now on.",
    discussion: """
      The exact text is kept with who adopted it and when. A named clinician has reviewed and \
      approved its limits: Vigil does not. A protocol in which the check finds something takes a \
      reason. A changed file needs a version of its own; open sessions keep theirs.

        vigil protocol adopt iv-0.5-40 --by LH
      """
  )

  @Argument(help: "File, the name of an example, or id@version of one adopted earlier.")
  var name: String

  @Option(
    name: .long,
    help: ArgumentHelp("Why, although the check found something.", valueName: "reason")
  )
  var because: String?

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard let author = try author.author() else { throw CommandRefusal.adopterMissing }
    let reason = try because.map { try PlainText.checked($0, what: "reason") }
    let existing = try Desk.existing(record)
    let source = try ProtocolSource(named: name, .example, in: existing)
    // What is refused leaves no record behind where there was none.
    if existing == nil { try refuse(source.read(), unless: reason) }
    let desk = try Desk.open(record, .creating)
    let outcome = try desk.supervision.adopt(
      protocolText: source.text,
      named: name,
      by: author,
      because: reason,
      in: LocalZone.resolve(nil)
    )
    Output.answer(said(outcome))
  }

  private func refuse(_ read: MonitoringProtocol, unless reason: String?) throws {
    let findings = ProtocolCheck(read).findings
    if !findings.isEmpty, reason == nil {
      throw SupervisionRefusal.protocolHasFindings(read.id, findings.count, name: name)
    }
    if findings.isEmpty, reason != nil { throw SupervisionRefusal.adoptionNeedsNoReason(read.id) }
  }

  private func said(_ outcome: AdoptionOutcome) -> String {
    let adoption = outcome.adoption
    let what = "\(adoption.id) version \(adoption.version)"
    let when = "\(adoption.by) \(adoption.at.civil.date) \(adoption.at.clock)"
    switch outcome {
    case .adopted:
      return "\(what) is adopted by \(when).\n"
        + "Sessions are opened under it: vigil start CODE --protocol \(adoption.id)"
    case .alreadyAdopted:
      return "\(what) was adopted with this very text by \(when). Nothing was added."
    }
  }
}
