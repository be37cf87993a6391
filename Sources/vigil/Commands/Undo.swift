import ArgumentParser
import Supervision

/// Voids the typist's own last entry, within a minute and without a reason.
struct Undo: LineCommand {
  static let name = "undo"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Void your own last entry, within 60 seconds.",
    usage: "vigil undo [-s <session>] [--by <who>]",
    discussion: """
      The entry stays readable, struck out. Later than that: vigil void or vigil fix, with a reason.

        vigil undo
      """
  )

  @OptionGroup var session: SessionOption
  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  static func run(_ arguments: [String]) throws {
    let typed = try LineArguments(arguments, takesReason: false)
    try record([(["undo"] + typed.words).joined(separator: " ")], typed)
  }
}
