import Foundation

/// A day as people typed it: when, who, which command, and what its answer has to say.
///
/// `# words` are for whoever reads it, `## 2026-11-17 13:05` sets the clock, `KO$ vigil …` is a command of KO's,
/// followed where it reads lines by `| line` each, by `= words` for what its answer must hold, `- words` for
/// what it must not, and by `exit 1` where it ends with another status than 0. `cut KO$ vigil …` is a command
/// during which the power goes.
struct StoryScript {
  struct Step {
    let line: Int
    let clock: String
    let who: String
    let words: [String]
    /// As it was written.
    let text: String
    let isCut: Bool
    var input: [String] = []
    var says: [String] = []
    var saysNot: [String] = []
    var status: Int32 = 0
  }

  struct Unreadable: Error, CustomStringConvertible {
    let line: Int
    let text: String
    var description: String { "line \(line) of the story cannot be read: \(text)" }
  }

  enum Part {
    case words(String)
    case clock(String)
    case step(Step)
  }

  private(set) var parts: [Part] = []

  init(_ text: String) throws {
    var clock = ""
    var step: Step?
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let number = place + 1
      let typed = String(line)
      if let rest = typed.after("| ") ?? (typed == "|" ? "" : nil) {
        guard step != nil else { throw Unreadable(line: number, text: typed) }
        step?.input.append(rest)
      } else if let rest = typed.after("= ") {
        guard step != nil else { throw Unreadable(line: number, text: typed) }
        step?.says.append(rest)
      } else if let rest = typed.after("- ") {
        guard step != nil else { throw Unreadable(line: number, text: typed) }
        step?.saysNot.append(rest)
      } else if let rest = typed.after("exit ") {
        guard step != nil, let status = Int32(rest) else {
          throw Unreadable(line: number, text: typed)
        }
        step?.status = status
      } else {
        if let step { parts.append(.step(step)) }
        step = nil
        if typed.isEmpty { continue }
        if let rest = typed.after("## ") {
          clock = rest
          parts.append(.clock(rest))
        } else if let rest = typed.after("# ") {
          parts.append(.words(rest))
        } else {
          step = try StoryScript.step(typed, line: number, clock: clock)
        }
      }
    }
    if let step { parts.append(.step(step)) }
  }

  private static func step(_ typed: String, line: Int, clock: String) throws -> Step {
    let isCut = typed.hasPrefix("cut ")
    let text = isCut ? String(typed.dropFirst(4)) : typed
    guard !clock.isEmpty, let mark = text.range(of: "$ vigil ") else {
      throw Unreadable(line: line, text: typed)
    }
    return Step(
      line: line,
      clock: clock,
      who: String(text[..<mark.lowerBound]),
      words: try words(String(text[mark.upperBound...]), line: line),
      text: text,
      isCut: isCut
    )
  }

  /// Words as a shell cuts them: at spaces, but not inside single or double quotation marks.
  private static func words(_ text: String, line: Int) throws -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { throw Unreadable(line: line, text: text) }
    if let word { words.append(word) }
    return words
  }
}

extension String {
  /// What follows a prefix; nil without it.
  fileprivate func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
