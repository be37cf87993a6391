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

  @Option(
    name: [.customShort("s"), .long],
    help: ArgumentHelp("Session number, patient code or room.", valueName: "session")
  )
  var session: String?

  @Option(name: .long, help: ArgumentHelp("Who enters this (or VIGIL_BY).", valueName: "who"))
  var by: String?

  @Option(name: .long, help: ArgumentHelp("The record file.", valueName: "path"))
  var record: String?

  static func run(_ arguments: [String]) throws {
    let typed = try LineArguments(arguments, takesReason: false)
    try record([(["undo"] + typed.words).joined(separator: " ")], typed)
  }
}
