import ArgumentParser
import Shorthand
import Supervision

/// Corrects an entry: the old content stays, struck out, in every view.
struct Fix: LineCommand {
  static let name = "fix"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Correct an entry; what it said stays readable.",
    usage: "vigil fix [-s <session>] [--by <who>] <entry> [@time] <line> … --because <reason>",
    discussion: """
      Changes only what the line names, and keeps the observed time unless @ is given. Works after \
      closing too: the session is then amended. The entry is a number, or last.

        vigil fix 17 hr 84 --because 'digits transposed'
        vigil fix last @14:02 --because 'clock read wrong'
      """
  )

  @OptionGroup var session: SessionOption
  @OptionGroup var author: AuthorOptions

  @Option(name: .long, help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String?

  @OptionGroup var record: RecordOptions

  @Argument(help: ArgumentHelp("The entry, then what changes.", valueName: "entry line"))
  var line: [String] = []

  static func run(_ arguments: [String]) throws {
    let typed = try LineArguments(arguments, takesReason: true)
    guard let first = typed.words.first else { throw CommandRefusal.emptyLine("fix") }
    guard let entry = EntryTarget(first) else { throw CommandRefusal.badEntryNumber(first) }
    let change = typed.words.dropFirst().joined(separator: " ")
    guard !change.isEmpty else { throw CommandRefusal.emptyLine("fix") }
    guard let reason = typed.reason else {
      return try record(["fix \(entry.text) \(change)"], typed)
    }
    do {
      try record([.fix(entry, with: change, because: reason)], typed)
    } catch is LineRefusal where typed.words.contains("--") {
      throw CommandRefusal.twoReasons
    }
  }
}
