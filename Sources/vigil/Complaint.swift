import ArgumentParser
import Foundation
import Reports
import SessionRecord
import Supervision

/// The one place where an error becomes a sentence on standard error and an exit code.
struct Complaint {
  private let error: any Error
  private let arguments: [String]
  private let asJSON: Bool

  init(_ error: any Error, of arguments: [String], asJSON: Bool = false) {
    self.error = error
    self.arguments = arguments
    self.asJSON = asJSON
  }

  /// Prints it and gives the exit code.
  func print() -> Int32 {
    if let found = error as? FoundSomething { return found.status.code }
    if let refusal {
      let status = ExitStatus(refusal.kind)
      if let file = error as? FileLinesRefused {
        say(file, status)
      } else {
        say(problem: refusal.problem, remedy: refusal.remedy, status)
      }
      return status.code
    }
    // ArgumentParser's own: help and version are data, the rest is usage.
    let code = Vigil.exitCode(for: error)
    if code == .success {
      Output.data(Vigil.fullMessage(for: error))
      return ExitStatus.success.code
    }
    let message = Vigil.message(for: error)
    if code == .validationFailure {
      let command = CommandOptions.commandName(arguments)
      if message.hasPrefix("Unknown option '--by'") {
        // The parser's nearest option would take the name for something else.
        say(
          problem: "\(command) keeps no name of who types it. Nothing was stored.",
          remedy: "Leave --by out.",
          .usage
        )
        return ExitStatus.usage.code
      }
      say(problem: message, remedy: "\(command) --help shows how it is used.", .usage)
      return ExitStatus.usage.code
    }
    say(
      problem: "Vigil failed: \(message)",
      remedy: "What was said to be saved is saved; look with vigil timeline.",
      .software
    )
    return ExitStatus.software.code
  }

  private var refusal: (any Refusal)? {
    if let file = error as? FileLinesRefused { return file.lines.first?.refusal }
    return error as? any Refusal
  }

  /// The lines of a file that were refused, each by `file:line: `, so that all are mended at once.
  private func say(_ file: FileLinesRefused, _ status: ExitStatus) {
    let most = 20
    var said = file.lines.prefix(most).map { number, refusal in
      "\(file.file):\(number): \(refusal.problem)"
        + (refusal.remedy.map { "\n\($0)" } ?? "")
    }
    if file.lines.count > most { said.append("… and \(file.lines.count - most) more lines.") }
    say(problem: said.joined(separator: "\n"), remedy: nil, status)
  }

  private func say(problem: String, remedy: String?, _ status: ExitStatus) {
    guard asJSON else {
      Output.message(remedy.map { "\(problem)\n\($0)" } ?? problem)
      return
    }
    Output.message(ErrorJSON(code: status.code, message: problem, hint: remedy).text)
  }
}

/// Lines of a file that were refused, with every other line of it.
struct FileLinesRefused: Error {
  let file: String
  /// By number from 1; never empty.
  let lines: [(number: Int, refusal: any Refusal)]
}

/// The command did its work and found what it asks about, or its questions were left: an exit code, and
/// nothing more to say.
struct FoundSomething: Error {
  var status = ExitStatus.foundSomething
}
