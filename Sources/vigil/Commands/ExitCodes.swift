import ArgumentParser

/// Lists the exit codes.
struct ExitCodes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exit-codes",
    abstract: "List the exit codes.",
    discussion: list + "\n\n  vigil exit-codes"
  )

  func run() { Output.data(ExitCodes.list) }

  /// Also what `vigil help exit-codes` prints.
  private static let list = ExitStatus.allCases.map { status in
    let code = String(status.code)
    return String(repeating: " ", count: max(0, 4 - code.count)) + code + "  " + status.meaning
  }.joined(separator: "\n")
}
