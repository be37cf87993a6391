import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// Adds to a closed session what was left out.
struct Addendum: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "addendum",
    abstract: "Add to a closed session what was left out.",
    usage: "vigil addendum <session> <text> … --by <who>",
    discussion: """
      Nothing that was entered changes: the addendum stands below it with its author and its time, in \
      the timeline and in the report, and the session is amended. What is wrong in it is withdrawn \
      with vigil void and written anew. In an open session it is a note: vigil add note …

        vigil addendum 1 'the pharmacy called back: the batch is confirmed' --by LH
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String

  @Argument(help: ArgumentHelp("What was left out.", valueName: "text"))
  var text: [String] = []

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard text.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      throw AddendumRefusal.wordsMissing
    }
    let text = try PlainText.checked(text.joined(separator: " "), what: "addendum")
    guard let author = try author.author() else { throw AddendumRefusal.authorMissing }
    let desk = try Desk.open(record, .writing)
    let session = try desk.supervision.session(meant: session)
    Output.answer(
      Answer.text(
        try desk.supervision.add(addendum: text, to: session.number, by: author)
      )
    )
  }
}
