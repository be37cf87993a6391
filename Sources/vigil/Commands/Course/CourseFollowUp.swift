import ArgumentParser
import SessionRecord
import Supervision

/// Says what became of a task after a session.
struct CourseFollowUp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-up",
    abstract: "Say what became of a task after a session.",
    discussion: """
      Outcomes: \(FollowUp.Outcome.allCases.map(\.word).joined(separator: ", ")). After not-reached \
      the task stays open. Meant is the newest session in which the task is open, unless --session names \
      one; vigil followups lists the tasks.

        vigil course follow-up P-014 call done 'slept well, no nausea' --by KO
        vigil course follow-up P-014 call not-reached 'no answer, tried twice' --by KO
        vigil course follow-up P-014 rems-form done 'handed in' --session 1 --by KO
      """
  )

  @Argument(help: "Patient code.")
  var patient: String

  @Argument(help: "The task.")
  var task: String

  @Argument(help: "done, not-reached, declined or not-needed.")
  var outcome: String

  @Argument(help: ArgumentHelp("What was said or done.", valueName: "text"))
  var words: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Number of the session that the task is after.", valueName: "session")
  )
  var session: String?

  @OptionGroup var entry: CourseEntryOptions

  func run() throws {
    let outcome = try FollowUp.Outcome.allCases.named(outcome, "outcome", by: \.word)
    guard let text = try words.text("follow-up") else {
      throw CourseOptionRefusal.textMissing(
        what: "text",
        example: "vigil course follow-up \(patient) \(task) \(outcome.word) 'slept well'"
      )
    }
    try entry.enter(patient) { entering in
      let request = FollowUpRequest(
        task: task,
        outcome: outcome,
        text: text,
        session: try session.map { try number($0, in: entering.desk) }
      )
      return try entering.desk.supervision.followUp(
        request,
        of: entering.patient,
        by: entering.author,
        observed: entering.observed,
        in: entering.zone
      )
    }
  }

  /// `12`, `#12` or `S-2026-0012`.
  private func number(_ text: String, in desk: Desk) throws -> SessionNumber {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    if !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits)
    {
      return SessionNumber(number)
    }
    guard text.hasPrefix("S-") else { throw CourseOptionRefusal.badSession(text) }
    return try desk.supervision.session(meant: text, for: .ending).number
  }
}
