import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// Closes a session.
struct End: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "Close a session.",
    discussion: """
      Afterwards the session takes only fix, void and ack; the first fix or void makes it amended. \
      Without a session the only open one is meant.

        vigil end P-014 --by KO
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String?

  @OptionGroup var named: SessionOption
  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard session == nil || named.session == nil else { throw CommandRefusal.sessionTwice }
    let desk = try Desk.open(record, .writing)
    let session = try desk.supervision.session(meant: session ?? named.session)
    Output.answer(Answer.text(try desk.supervision.end(session.number, by: try author.author())))
  }
}
