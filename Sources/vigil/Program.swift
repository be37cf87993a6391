// vigil is the program that people type: one file a command, the clock, the terminal, the files.
//
// It asks the modules below and prints what they answer: data on standard output, everything else
// on standard error. It may import all of them but the console, and alone imports ArgumentParser.

import ArgumentParser
import Foundation

@main
enum Program {
  static func main() {
    // A reader that has gone is an error of writing, with its exit code, and no sudden death.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow any more (ulimit -f).
    signal(SIGXFSZ, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs one command and gives its exit code.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      // Bytes that are no text have become a sign for just that; it must not be stored as typed.
      guard !arguments.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else {
        throw CommandRefusal.notUTF8Argument
      }
      // What is typed with a rising pressure: a line is not to be taken apart by an option parser,
      // nor to wait for one.
      if let first = arguments.first, let command = LineCommands.named(first),
        !asksForHelp(arguments.dropFirst())
      {
        try command.run(Array(arguments.dropFirst()))
        return ExitStatus.success.code
      }
      if let first = arguments.first,
        var command = PlainCommands.named(first)?.reading(arguments.dropFirst())
      {
        try command.run()
        return ExitStatus.success.code
      }
      if let first = arguments.first, let refusal = UnknownCommand(first) { throw refusal }
      if arguments.first == "help", let topic = arguments.dropFirst().first,
        let refusal = UnknownCommand(topic)
      {
        throw refusal
      }
      if let refusal = UnknownCommand(of: arguments) { throw refusal }
      try CommandOptions.refuseDoubles(arguments)
      var command = try Vigil.parseAsRoot(arguments)
      try command.run()
      return ExitStatus.success.code
    } catch {
      // What its commits have to say is said of a command as well that did not come to its answer.
      for notice in Run.notices { Output.message(notice) }
      return Complaint(error, of: arguments, asJSON: asksForJSON(arguments)).print()
    }
  }

  /// Help is asked for before the line begins, never inside it.
  private static func asksForHelp(_ arguments: ArraySlice<String>) -> Bool {
    arguments.first == "--help" || arguments.first == "-h"
  }

  private static func asksForJSON(_ arguments: [String]) -> Bool {
    arguments.first.flatMap(LineCommands.named) == nil
      && (arguments.contains("--format=json")
        || zip(arguments, arguments.dropFirst()).contains { $0 == "--format" && $1 == "json" })
  }
}
