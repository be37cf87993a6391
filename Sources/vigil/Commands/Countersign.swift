import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// The prescriber's own word for a decision that another typed.
struct Countersign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countersign",
    abstract: "Confirm your own decisions that another typed after a call.",
    discussion: """
      Countersigns every decision of the prescriber in the session that waits for it, also once the \
      session is closed. Only who decided can do it; the command line does not authenticate who is \
      named.

        vigil countersign 1 --by LH
        vigil countersign 1 --by LH 'as discussed at 13:04'
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String

  @Argument(help: ArgumentHelp("What is added to it.", valueName: "words"))
  var words: [String] = []

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let text = words.joined(separator: " ")
    let words =
      text.allSatisfy(\.isWhitespace) ? nil : try PlainText.checked(text, what: "countersignature")
    let author = try author.author()
    let desk = try Desk.open(record, .writing)
    let session = try desk.supervision.session(meant: session, for: .ending)
    Output.answer(
      Answer.text(
        try desk.supervision.countersign(session.number, by: author, words: words)
      )
    )
  }
}
