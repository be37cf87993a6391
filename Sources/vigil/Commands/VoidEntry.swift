import ArgumentParser
import Shorthand
import Supervision

/// Withdraws an entry: it stays, struck out, and counts no more.
struct VoidEntry: LineCommand {
  static let name = "void"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Withdraw an entry; it stays readable, struck out.",
    usage: "vigil void [-s <session>] [--by <who>] <entry> --because <reason>",
    discussion: """
      A void is final. The entry is a number, or last. For a whole session: vigil void-session.

        vigil void 18 --because 'wrong patient'
      """
  )

  @OptionGroup var session: SessionOption
  @OptionGroup var author: AuthorOptions

  @Option(name: .long, help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String?

  @OptionGroup var record: RecordOptions

  @Argument(help: ArgumentHelp("The entry.", valueName: "entry"))
  var entry: [String] = []

  static func run(_ arguments: [String]) throws {
    let typed = try LineArguments(arguments, takesReason: true)
    guard let first = typed.words.first else { throw CommandRefusal.entryMissing }
    guard let entry = EntryTarget(first) else { throw CommandRefusal.badEntryNumber(first) }
    var rest = Array(typed.words.dropFirst())
    if rest.first == "--" {
      rest.removeFirst()
    } else if let word = rest.first {
      throw CommandRefusal.tooManyWords(word)
    }
    guard rest.isEmpty || typed.reason == nil else { throw CommandRefusal.twoReasons }
    let reason = typed.reason ?? rest.joined(separator: " ")
    try record(["void \(entry.text)" + (reason.isEmpty ? "" : " -- \(reason)")], typed)
  }
}
