import ArgumentParser
import Monitoring
import RecordStore
import SessionRecord
import Supervision

/// Erases who a code stands for.
struct PatientForget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Erase who a code stands for; the sessions stay, under the code.",
    discussion: """
      Name, birth date, record number, allergies, address and emergency number are erased for ever. \
      While the clinic keeps identities (vigil clinic --retention-years), a reason and an authority are \
      needed. What was typed into entries, files that were printed, and backups are not erased.

        vigil patient forget P-014 --because 'asked for by the patient' \\
          --authority 'A. Hart, privacy officer' --by AD
      """
  )

  @Argument(help: "Patient code.")
  var code: String

  @Option(name: .long, help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String?

  @Option(name: .long, help: ArgumentHelp("On whose authority.", valueName: "who"))
  var authority: String?

  @ArgumentParser.Flag(name: .long, help: "Ask for nothing.")
  var yes = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let code = try PatientCode(code)
    guard let author = try author.author() else { throw ForgetRefusal.authorMissing }
    let because = try because.map { try PlainText.checked($0, what: "reason") }
    let authority = try authority.map { try PlainText.checked($0, what: "authority") }
    let desk = try Desk.open(record, .writing)
    let sessions = try desk.store.sessions(of: code, openOnly: false).count
    let open = try stillOpen(of: code, at: desk)
    if !open.isEmpty {
      Output.message("Still open, and nobody can be reached under a code alone:\n\(open)")
    }
    if !yes {
      guard Terminal.isInteractive else { throw ForgetRefusal.notConfirmable(code) }
      let answer = Terminal.ask("This cannot be undone. Type \(code) again to erase who it is:")
      guard answer == code.text else { throw ForgetRefusal.notConfirmed(code) }
    }
    let erased = try desk.supervision.forget(
      code,
      because: because,
      onAuthority: authority,
      by: author,
      in: desk.zone(nil)
    )
    Output.answer(said(erased, sessions: sessions, isExplained: because != nil && authority != nil))
  }

  /// Tasks after sessions that nothing has closed, and high flags that nobody has reviewed, a line each.
  private func stillOpen(of code: PatientCode, at desk: Desk) throws -> String {
    // Somebody who is not there, or whose identity is gone, is refused below.
    guard try desk.store.patient(code)?.identity != nil else { return "" }
    let zone = try desk.zone(nil)
    let tasks = try desk.supervision.openTasks(of: code).map { task in
      let due = Stamp(task.due, in: zone)
      return "- \(task.task.title) of \(task.session.label), due \(due.civil.date) \(due.clock)"
    }
    let flags = try desk.supervision.flags(
      FlagQuery(priority: .high, patient: code, unreviewedOnly: true)
    ).map { "- flag \($0.flag.number) of \($0.session.label), high priority, not reviewed" }
    return (tasks + flags).joined(separator: "\n")
  }

  private func said(_ erased: Erased, sessions: Int, isExplained: Bool) -> String {
    let code = erased.patient.code
    let count = sessions == 1 ? "its session" : "its \(sessions) sessions"
    let kept = sessions == 0 ? "The code stays" : "The code and \(count) stay, and count as before"
    let says =
      isExplained
      ? "why and on whose authority"
      : "that the clinic's time for keeping identities is over; a reason and an authority were not both given"
    let unswept = """

      - The file could not be written anew just now, so that traces may be left in unused places of it; \
      they go with the next identity that is erased.
      """
    return """
      Who \(code) is has been erased: name, birth date, record number, allergies, address and emergency \
      number. \(kept).
      Entry #\(erased.erasure.number) of the course of \(code) says \(says).
      Not erased, and left to you:
      - names that were typed into notes and other entries, escorts and witnesses among them;
      - files that were printed or exported;
      - backups and other copies of the record.\(erased.isSwept ? "" : unswept)
      """
  }
}
