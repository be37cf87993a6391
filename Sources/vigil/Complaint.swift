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
      say(problem: linePrefix + refusal.problem, remedy: refusal.remedy, status)
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
    if let line = error as? LineRefused { return line.refusal }
    if let file = error as? FileLineRefused { return file.refusal }
    return error as? any Refusal
  }

  /// `file:line: ` for a line of a file, `line n: ` for one of several.
  private var linePrefix: String {
    if let file = error as? FileLineRefused { return "\(file.file):\(file.line): " }
    if let line = error as? LineRefused { return "line \(line.line): " }
    return ""
  }

  private func say(problem: String, remedy: String?, _ status: ExitStatus) {
    guard asJSON else {
      Output.message(remedy.map { "\(problem)\n\($0)" } ?? problem)
      return
    }
    Output.message(ErrorJSON(code: status.code, message: problem, hint: remedy).text)
  }
}

/// A line of a file that was refused, with every other line of it.
struct FileLineRefused: Error {
  let file: String
  let line: Int
  let refusal: any Refusal
}

/// The command did its work and found what it asks about: exit code 1, and nothing more to say.
struct FoundSomething: Error {
  let status = ExitStatus.foundSomething
}
