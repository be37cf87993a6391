import ArgumentParser
import SessionRecord
import Supervision

/// Enters a test or check with its day and what it found.
struct CourseLab: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab",
    abstract: "Enter a test or check: its day, and whether it found something.",
    discussion: """
      Tests: \(LaboratoryTest.allCases.map(\.word).joined(separator: ", ")). What they found is \
      unremarkable or remarkable (something new or out of range, which somebody looks at).

        vigil course lab P-014 liver unremarkable --day 2026-11-12 --by KO
        vigil course lab P-014 urinary remarkable 'ICSI 12, up from 4' --by KO
      """
  )

  @Argument(help: "Patient code.")
  var patient: String

  @Argument(help: "The test.")
  var test: String

  @Argument(help: "unremarkable or remarkable.")
  var finding: String

  @Argument(help: ArgumentHelp("What it found, in words.", valueName: "words"))
  var words: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("The day of the test (default: that of --at, or today).", valueName: "day")
  )
  var day: String?

  @OptionGroup var entry: CourseEntryOptions

  func run() throws {
    let test = try LaboratoryTest.allCases.named(test, "test", by: \.word)
    let finding = try LaboratoryResult.Finding.allCases.named(finding, "finding", by: \.word)
    let words = try words.text("result")
    try entry.enter(patient) { entering in
      let result = try LaboratoryResult(test, finding, day: day ?? entering.day, words: words)
      return try entering.record(.course(.laboratory(result)))
    }
  }
}

extension Array {
  /// The one of that word; refused with the nearest and with all that there are.
  func named(_ text: String, _ what: String, by word: (Element) -> String) throws -> Element {
    guard let found = first(where: { word($0) == text.lowercased() }) else {
      throw CourseOptionRefusal.unknownWord(what: what, text, choices: map(word))
    }
    return found
  }
}
