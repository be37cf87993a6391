import ArgumentParser
import Supervision

/// Acknowledges a flag: who saw it, when, and what was done.
struct Ack: LineCommand {
  static let name = "ack"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Acknowledge a flag with what was done.",
    usage: "vigil ack [-s <session>] [--by <who>] [<flag> | all] <text> …",
    discussion: """
      Says who saw a flag and what was done; it never clears one. Without a number the only open \
      flag is meant. all never covers a high flag.

        vigil ack 3 'head up, deep breaths; 96 at 14:08'
      """
  )

  @OptionGroup var session: SessionOption
  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  @Argument(help: ArgumentHelp("The flag's number or all, then what was done.", valueName: "text"))
  var text: [String] = []

  static func run(_ arguments: [String]) throws {
    let typed = try LineArguments(arguments, takesReason: false)
    try record([(["ack"] + typed.words).joined(separator: " ")], typed)
  }
}
