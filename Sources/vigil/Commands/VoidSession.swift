import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// Strikes out a whole session.
struct VoidSession: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void-session",
    abstract: "Strike out a whole session, as one opened for the wrong patient.",
    discussion: """
      The session is kept and stays readable, struck out; it is in no count. This is final. \
      A bare number is a session here, never a room.

        vigil void-session 1 --because 'opened for the wrong patient' --by KO
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String

  @Option(name: .long, help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard !because.allSatisfy(\.isWhitespace) else { throw CommandRefusal.emptyReason }
    let reason = try PlainText.checked(because, what: "reason")
    let author = try author.authorship()
    let desk = try Desk.open(record, .writing)
    let session = try desk.supervision.session(meant: session, for: .ending)
    Output.answer(
      Answer.text(
        try desk.supervision.void(
          session.number,
          because: reason,
          by: author.author,
          usual: author.usual
        )
      )
    )
  }
}
