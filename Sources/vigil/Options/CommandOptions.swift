import ArgumentParser

/// What is asked of a command's arguments before ArgumentParser takes them.
enum CommandOptions {
  /// Those that may be given more than once.
  private static func repeatable(in command: String) -> Set<String> {
    switch command {
    case "vigil clinic": ["--address"]
    case "vigil import csv": ["--dose"]
    case "vigil end": ["--because"]
    case "vigil leaving": ["--met", "--not-met"]
    case "vigil move": ["--entry"]
    case "vigil start": ["--override", "--confirm"]
    default: []
    }
  }

  /// Of an option given twice ArgumentParser takes the last one without a word; which one was meant
  /// is not ours to guess.
  static func refuseDoubles(_ arguments: [String]) throws(CommandRefusal) {
    let repeatable = repeatable(in: commandName(arguments))
    var given: Set<Substring> = []
    for word in arguments.prefix(while: { $0 != "--" }) where word.hasPrefix("-") && word != "-" {
      let written = word.hasPrefix("--") ? word.prefix { $0 != "=" } : word.prefix(2)
      let name = written == "--session" ? "-s" : written
      guard given.insert(name).inserted || repeatable.contains(String(name)) else {
        throw .optionTwice(String(written))
      }
    }
  }

  /// The command that the arguments name, as it is typed: `vigil patient add`.
  static func commandName(_ arguments: [String]) -> String {
    var command: any ParsableCommand.Type = Vigil.self
    var name = "vigil"
    for word in arguments {
      guard
        let inner = command.configuration.subcommands.first(where: {
          $0.configuration.commandName == word
        })
      else { break }
      command = inner
      name += " \(word)"
    }
    return name
  }
}
