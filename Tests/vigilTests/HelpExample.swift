import Foundation

/// An example in a command's help: a line that begins with two spaces and `vigil`, with what a
/// backslash joins to it.
struct HelpExample {
  let typed: String
  /// The columns of its widest line, as the help prints it.
  let widest: Int

  /// Those of one command's help, in its order; of a session, in the order in which they are typed.
  static func all(in help: String) -> [HelpExample] {
    var examples: [HelpExample] = []
    var open: String?
    var widest = 0
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      let indent = line.count - trimmed.count
      let whole: String
      if let begun = open {
        whole = begun + " " + trimmed
      } else if indent >= 2, trimmed.hasPrefix("vigil "), !trimmed.hasPrefix("vigil help ") {
        whole = String(trimmed)
      } else {
        continue
      }
      widest = max(open == nil ? 0 : widest, line.count)
      if whole.hasSuffix("\\") {
        open = String(whole.dropLast())
      } else {
        open = nil
        examples.append(HelpExample(typed: whole, widest: widest))
      }
    }
    return examples
  }
}

extension VigilProgram {
  /// Every command that can be typed, from the program's own list: `["patient", "add"]`.
  func commands() throws -> [[String]] {
    try names(under: []).flatMap { name in
      let inner = try names(under: [name])
      return inner.isEmpty ? [[name]] : inner.map { [name, $0] }
    }
  }

  /// The names in the list of subcommands of one command's help.
  private func names(under command: [String]) throws -> [String] {
    let help = try run(command + ["--help"]).output.split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    guard let list = help.firstIndex(of: "SUBCOMMANDS:") else { return [] }
    return help[(list + 1)...].prefix { $0.hasPrefix("  ") }
      .filter { !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  /// Sets the clock's zone such that a quarter past two in the afternoon was a moment ago, for
  /// examples that say `@14:02`.
  mutating func setAfternoon() {
    let hour = Int(Date().timeIntervalSince1970) / 3_600 % 24
    // 15 o'clock there: from 9 hours behind UTC to 14 before it; the sign is that of POSIX.
    let ahead = (15 - hour + 24 + 9) % 24 - 9
    environment["TZ"] = ahead >= 0 ? "Etc/GMT-\(ahead)" : "Etc/GMT+\(-ahead)"
  }
}
