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
      reason, and so does one for another drug or route under an id that is in use. A changed file needs a version \
      of its own; open sessions keep theirs.

        vigil protocol adopt iv-0.5-40 --by LH
      """
  )

  @Argument(help: "File, the name of an example, or id@version of one adopted earlier.")
  var name: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Why, although the check found something or the drug or route is another.",
      valueName: "reason"
    )
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
    if existing == nil { try ProtocolCheck(source.read()).requireReason(reason, named: name) }
    let desk = try RecordRefusal.ofAdopting { try Desk.open(record, .creating) }
    let outcome = try desk.supervision.adopt(
      protocolText: source.text,
      named: name,
      by: author,
      because: reason,
      in: desk.zone(nil)
    )
    Output.answer(said(outcome))
  }

  private func said(_ outcome: AdoptionOutcome) -> String {
    let adoption = outcome.adoption
    let what = "\(adoption.id) version \(adoption.version)"
    let when = "\(adoption.by) \(day(adoption)) \(adoption.at.clock)"
    switch outcome {
    case .adopted(_, let replaced):
      let lines = [
        "\(what) is adopted by \(when).",
        adoption.remark.map { "The reason that is kept with it: \($0)" },
        replaced.map(said(replacing:)),
        "Sessions are opened under it: vigil start CODE --protocol \(adoption.id)",
      ]
      return lines.compactMap(\.self).joined(separator: "\n")
    case .alreadyAdopted:
      return "\(what) was adopted with this very text by \(when). Nothing was added."
    }
  }

  private func said(replacing replaced: Adoption) -> String {
    "It replaces \(replaced.id) version \(replaced.version), adopted by \(replaced.by) on "
      + "\(day(replaced)); vigil protocol diff \(replaced.id)@\(replaced.version) \(name)"
  }

  private func day(_ adoption: Adoption) -> String { "\(adoption.at.civil.date)" }
}
