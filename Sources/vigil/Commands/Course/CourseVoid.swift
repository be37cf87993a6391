import ArgumentParser
import SessionRecord
import Supervision

/// Withdraws an entry of a course, which stays readable.
struct CourseVoid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "Withdraw an entry of a course; it stays readable, and counts no more.",
    discussion: """
      Final: what was right is entered again. A task that the entry closed is open again.

        vigil course void P-014 '#3' --because 'entered for the wrong patient' --by KO
      """
  )

  @Argument(help: "Patient code.")
  var patient: String

  @Argument(help: ArgumentHelp("The entry, as 3 or '#3'.", valueName: "entry"))
  var number: String

  @Option(name: .long, help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String?

  @OptionGroup var entry: CourseEntryOptions

  func run() throws {
    let digits = number.hasPrefix("#") ? number.dropFirst() : number[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) else {
      throw CommandRefusal.badEntryNumber(self.number)
    }
    guard entry.at == nil else { throw CourseOptionRefusal.observedOfWithdrawal }
    guard let because, !because.allSatisfy(\.isWhitespace) else {
      throw CourseOptionRefusal.reasonMissing
    }
    let reason = try PlainText.checked(because, what: "reason")
    try entry.enter(patient) { entering in
      try entering.desk.supervision.void(
        EntryNumber(number),
        ofCourse: entering.patient,
        because: reason,
        by: entering.author,
        in: entering.zone
      )
    }
  }
}
