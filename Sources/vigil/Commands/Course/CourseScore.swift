import ArgumentParser
import SessionRecord
import Supervision

/// Enters a score that was taken outside a session.
struct CourseScore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Enter a score that was taken outside a session.",
    discussion: """
      As a line of a session, on the scales of the clinic's adopted protocols: the score, or the answers \
      to all items. Scores of a session are entered in it.

        vigil course score P-014 'pcl-5 31/80' --by KO
        vigil course score P-014 'phq-9 items 1 0 2 1 0 1 0 1 0' \\
          --at '2026-11-26 09:00' --by KO
      """
  )

  @Argument(help: "Patient code.")
  var patient: String

  @Argument(help: ArgumentHelp("The scale and its score.", valueName: "score"))
  var line: [String] = []

  @OptionGroup var entry: CourseEntryOptions

  func run() throws {
    guard let text = try line.text("score") else {
      throw CourseOptionRefusal.textMissing(
        what: "score",
        example: "vigil course score \(patient) 'pcl-5 31/80'"
      )
    }
    try entry.enter(patient) { entering in
      try entering.record(
        .scale(entering.desk.supervision.score(text, of: entering.patient))
      )
    }
  }
}
