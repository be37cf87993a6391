import Foundation
import Reports

/// Says back what was typed without letting it act: an argument, a path or a name may hold what clears a
/// screen, turns letters round or begins a line that looks like the program's own.
struct SaidBack {
  private let typed: [String]
  /// Around each line break that was typed, so that it is known again where only a part is said back.
  private let breaks: [String]

  /// *typed*: what the program was called with, and what its environment names.
  init(_ typed: [String]) {
    // Blank lines alone stand in every answer, and begin nothing.
    let strange = typed.filter { ShownText($0).text != $0 && !$0.allSatisfy { $0 == "\n" } }
    self.typed = strange.flatMap { [$0] + SaidBack.values(of: $0) }.sorted { $0.count > $1.count }
    // What begins with a letter first, and then the longest: another would leave the rest of it unknown.
    breaks = Set(
      self.typed.flatMap { SaidBack.breaks(in: $0) + SaidBack.breaks(in: $0.lowercased()) }
    )
    .sorted { one, other in
      guard one.hasPrefix("\n") == other.hasPrefix("\n") else { return other.hasPrefix("\n") }
      return (one.unicodeScalars.count, one) > (other.unicodeScalars.count, other)
    }
  }

  /// Of this run.
  static let ofThisRun = SaidBack(
    Array(CommandLine.arguments.dropFirst())
      + ["VIGIL_BY", "VIGIL_RECORD", "VIGIL_KEYS", "HOME", "TMPDIR"].compactMap {
        ProcessInfo.processInfo.environment[$0]
      }
  )

  /// A message, in which all that is not a line of its own is written out.
  func message(_ text: String) -> String {
    withoutBreaks(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { ShownText(String($0)).text }.joined(separator: "\n")
  }

  /// An answer, which may have colours of its own: what was typed is written out in it.
  func answer(_ text: String) -> String {
    // The whole first: without its breaks it would not be found any more.
    withoutBreaks(
      typed.reduce(text) { said, typed in
        said.replacingOccurrences(of: typed, with: ShownText(typed).text, options: .literal)
      }
    )
  }

  private func withoutBreaks(_ text: String) -> String {
    breaks.reduce(text) { said, typed in
      said.replacingOccurrences(of: typed, with: ShownText(typed).text, options: .literal)
    }
  }

  /// What stands behind the `=` of an option.
  private static func values(of argument: String) -> [String] {
    argument.firstIndex(of: "=").map { [String(argument[argument.index(after: $0)...])] } ?? []
  }

  /// All line breaks that follow one another, with the letter before them and the one after them; where there is none
  /// before, or what is said back may begin among them, with some letters after them.
  private static func breaks(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.filter { scalars[$0] == "\n" }.flatMap { place -> [String] in
      let isFirst = place == 0 || scalars[place - 1] != "\n"
      let end = scalars[place...].firstIndex { $0 != "\n" } ?? scalars.endIndex
      guard isFirst || end - place > 1 else { return [] }
      let start = isFirst ? max(0, place - 1) : place
      var around = String.UnicodeScalarView()
      // A letter alone begins lines of the program's own as well.
      let following = start < place ? 1 : 6
      around.append(contentsOf: scalars[start..<min(scalars.count, end + following)])
      return around.allSatisfy { $0 == "\n" } ? [] : [String(around)]
    }
  }
}
