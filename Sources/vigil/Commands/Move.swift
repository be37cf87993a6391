import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision
/// Moves what was entered for the wrong patient to the right one.
struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Move a session, or entries of it, from the wrong patient to the right one.",
    discussion: """
      Reads back both patients: compare them with the one in front of you. All or nothing: every \
      entry is copied with its author and its times, and struck out where it was. A whole session \
      becomes a new one; with --entry, what was observed, given or done goes into the patient's open \
      session. Nobody is asked the gates again, as it has happened: screening stays the other patient's.

        vigil move 1 --to P-015 --because 'opened under the wrong code' --by LH
        vigil move 1 --entry 17 --entry 18 --to P-015 \\
          --because 'typed in the wrong session' --by KO
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String

  @Option(name: .long, help: ArgumentHelp("Whose it is.", valueName: "patient"))
  var to: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "An entry that is moved alone, by its number. May be repeated.",
      valueName: "entry"
    )
  )
  var entry: [String] = []

  @Option(name: .long, help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard !because.allSatisfy(\.isWhitespace) else { throw CommandRefusal.emptyReason }
    let reason = try PlainText.checked(because, what: "reason")
    let entries = try entry.map(MoveCommand.number)
    let patient = try PatientCode(to)
    let author = try author.author()
    let desk = try Desk.open(record, .writing)
    let session = try desk.supervision.session(meant: session, for: .ending)
    let outcome = try desk.supervision.move(
      MoveRequest(session.number, entries: entries, to: patient, because: reason),
      by: author
    )
    Output.answer(
      MoveText(
        from: outcome.source.said,
        to: outcome.target.said,
        isWhole: entries.isEmpty,
        staying: outcome.staying,
        style: Terminal.style()
      ).text
    )
  }

  /// `17` or `#17`.
  private static func number(_ text: String) throws -> EntryNumber {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) else {
      throw CommandRefusal.badEntryNumber(text)
    }
    return EntryNumber(number)
  }
}

extension Recorded {
  fileprivate var said: MoveText.Side { MoveText.Side(file: file, new: new, changes: changes) }
}
