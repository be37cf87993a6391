import ArgumentParser
import SessionRecord
import Supervision

/// Enters an integration session: how, how long, and what was agreed.
struct CourseIntegration: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "integration",
    abstract: "Enter an integration session: how, how long, what was agreed.",
    discussion: """
      No conversation content: what was talked about belongs to the therapist's own notes, which are \
      kept apart from this record. It closes the integration task of the session before it.

        vigil course integration P-014 --modality mindfulness --minutes 50 --by KO
        vigil course integration P-014 --modality 'body awareness' --minutes 45 \\
          --homework 'daily walk' --next 'group on Thursday' \\
          --at '2026-11-20 10:00' --by KO
      """
  )

  @Argument(help: "Patient code.")
  var patient: String

  @Option(
    name: .long,
    help: ArgumentHelp("How, as 'creative expression'.", valueName: "modality")
  )
  var modality: String

  @Option(name: .long, help: ArgumentHelp("How long, in minutes.", valueName: "minutes"))
  var minutes: String

  @Option(name: .long, help: ArgumentHelp("What was agreed to do.", valueName: "text"))
  var homework: String?

  @Option(name: .long, help: ArgumentHelp("The next step.", valueName: "text"))
  var next: String?

  @OptionGroup var entry: CourseEntryOptions

  func run() throws {
    guard let minutes = Int(minutes) else { throw CourseOptionRefusal.minutes(minutes) }
    let integration = try Integration(
      modality: PlainText.checked(modality, what: "modality"),
      minutes: minutes,
      homework: homework.map { try PlainText.checked($0, what: "homework") },
      nextStep: next.map { try PlainText.checked($0, what: "next step") }
    )
    try entry.enter(patient) { try $0.record(.course(.integration(integration))) }
  }
}
