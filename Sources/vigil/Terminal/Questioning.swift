import Foundation

/// Questions on the terminal, and what is said where somebody leaves them, by Ctrl-C or by the end of the
/// input.
enum Questioning {
  case storesNothing
  /// What was answered before is kept by then.
  case opensNoSession

  /// The input ended where an answer was to come.
  struct EndOfInput: Error {}

  /// Asks; what was answered so far is thrown away where the questions are left.
  func ask<Value>(_ questions: () throws -> Value) throws -> Value {
    let before = signal(SIGINT, handler)
    defer { signal(SIGINT, before) }
    do {
      return try questions()
    } catch is EndOfInput {
      Output.message("\n\(said)")
      throw FoundSomething(status: .interrupted)
    }
  }

  private var said: StaticString {
    switch self {
    case .storesNothing: "The questions were left. Nothing was stored."
    case .opensNoSession: "The questions were left. No session was opened."
    }
  }

  private var handler: @convention(c) (Int32) -> Void {
    switch self {
    case .storesNothing: { Questioning.end(by: $0, saying: Questioning.storesNothing.said) }
    case .opensNoSession: { Questioning.end(by: $0, saying: Questioning.opensNoSession.said) }
    }
  }

  /// Within a signal's handler: it writes what is there already, and lets the signal end the program.
  private static func end(by number: Int32, saying text: StaticString) {
    let line: StaticString = "\n"
    _ = write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
    _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
    _ = write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
    signal(number, SIG_DFL)
    raise(number)
  }
}
