import ArgumentParser
import SessionRecord
import Supervision

/// Enters something about how a medicine is used that the clinic talks over.
struct CourseConcern: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concern",
    abstract: "Enter something about how a medicine is used, to be talked over.",
    discussion: """
      In neutral words: what was seen or said, by whom and when, and no judgement of a person. Write \
      'asked for the refill 9 days early', not 'drug seeking'. It is on no report of a session, and in \
      the course only with --concerns.

      Kinds: \(MedicationConcern.Kind.allCases.map(\.word).joined(separator: ", ")).

        vigil course concern P-014 early-refill \\
          'asked for the refill 9 days early' --by KO
      """
  )

  @Argument(help: "Patient code.")
  var patient: String

  @Argument(help: ArgumentHelp("What it is about.", valueName: "what"))
  var kind: String

  @Argument(help: ArgumentHelp("What was seen or said.", valueName: "text"))
  var words: [String] = []

  @OptionGroup var entry: CourseEntryOptions

  func run() throws {
    let kind = try MedicationConcern.Kind.allCases.named(kind, "kind of concern", by: \.word)
    guard let text = try words.text("concern") else {
      throw CourseOptionRefusal.textMissing(
        what: "text",
        example: "vigil course concern \(patient) \(kind.word) 'asked for the refill 9 days early'"
      )
    }
    let concern = try MedicationConcern(kind, text: text)
    try entry.enter(patient) { try $0.record(.course(.concern(concern))) }
  }
}
