import Foundation
import Reports

/// What the terminal is and can show.
enum Terminal {
  static var isInteractive: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
  }

  /// Whether a person sits before it: what is asked is seen, and what is typed is read.
  static var hasPerson: Bool { isInteractive && isatty(STDOUT_FILENO) == 1 }

  /// Whether standard output is a screen that can be cleared.
  static var hasScreen: Bool {
    guard isatty(STDOUT_FILENO) == 1, let terminal = environment("TERM") else { return false }
    return terminal != "dumb"
  }

  /// The cursor to the upper left, and everything after it erased (ECMA-48: CUP, ED).
  static let clearing = "\u{1B}[H\u{1B}[2J"

  /// Columns: `COLUMNS`, the terminal's own, or 80; never under 60.
  static var width: Int { max(60, min(columns, 200)) }

  /// The same, however few there are.
  static var columns: Int {
    if let columns = environment("COLUMNS").flatMap(Int.init), columns > 0 { return columns }
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether only ASCII should be printed: a locale that is not UTF-8, or a dumb terminal.
  static var needsASCII: Bool {
    if environment("TERM") == "dumb" { return true }
    let locale = environment("LC_ALL") ?? environment("LC_CTYPE") ?? environment("LANG")
    guard let locale = locale?.lowercased() else { return true }
    return !(locale.contains("utf-8") || locale.contains("utf8"))
  }

  static var hasColour: Bool {
    environment("NO_COLOR") == nil && environment("TERM") != "dumb" && isatty(STDOUT_FILENO) == 1
  }

  static func style(ascii: Bool = false, width: Int? = nil) -> Style {
    Style(width: width ?? Terminal.width, ascii: ascii || needsASCII, colour: hasColour)
  }

  /// Asks one question on standard error and reads one line; an empty answer is none.
  static func ask(_ question: String) -> String? {
    guard let answer = line(after: question), !answer.isEmpty else { return nil }
    return answer
  }

  /// The same of one question among several, which the end of the input leaves.
  static func askNext(_ question: String) throws(Questioning.EndOfInput) -> String? {
    guard let answer = line(after: question) else { throw Questioning.EndOfInput() }
    return answer.isEmpty ? nil : answer
  }

  /// Without white space around it; nil at the end of the input.
  private static func line(after question: String) -> String? {
    FileHandle.standardError.write(Data("\(question) ".utf8))
    return readLine(strippingNewline: true)?.trimmingCharacters(in: .whitespaces)
  }

  /// A variable of the environment that is present and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }
}
