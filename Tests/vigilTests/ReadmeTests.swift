import Foundation
import Testing

/// What the README promises.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = try String(contentsOf: Checkout.file("README.md"), encoding: .utf8)
  }

  @Test func `its session runs as it stands there`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let begin = try #require(readme.range(of: "<!-- session: a test runs these lines -->\n```\n"))
    let end = try #require(readme.range(of: "\n```\n<!-- end of session -->"))
    let lines = readme[begin.upperBound..<end.lowerBound]
    #expect(lines.split(separator: "\n").count >= 15)
    let script = lines.replacingOccurrences(of: "./scripts/vigil", with: "vigil")
      .replacingOccurrences(of: "/tmp/vigil-readme", with: program.folder.path + "/readme")
    let outcome = try program.shell("set -e\n\(script)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    for said in [
      "Alex Rivera", "1984-03-12", "flag 1 raised", "flag 1 acknowledged", "HR 82/min",
      "one digit was typed wrong", "session closed", "dissociation", "168/103",
    ] {
      #expect(outcome.said.contains(said), "\(said)")
    }
  }

  @Test func `its table of lines is understood`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    program.setAfternoon()
    try program.fillSession()
    var understood = 0
    let rows = readme.split(separator: "\n").drop { !$0.hasPrefix("| line |") }.dropFirst(2)
      .prefix { $0.hasPrefix("|") }
    #expect(rows.count >= 10)
    for row in rows {
      let cells = row.split(separator: "|")
      let cell = try #require(cells.first)
      for line in cell.split(separator: "`").enumerated().filter({ !$0.offset.isMultiple(of: 2) }) {
        let text = String(line.element)
        // Forms with something left out stand for others.
        guard !text.contains("…") else { continue }
        // What `last`, and what `undo`, act on.
        try program.must("add", "150/92 72")
        let outcome = try program.shell("vigil add \(text)")
        #expect(outcome.status == 0, "\(text): \(outcome.errors)")
        understood += 1
      }
    }
    #expect(understood >= 20)
  }

  @Test func `every command is in it or in the program's help`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let help = try program.must("--help").output
    for command in try program.commands() where command != ["help"] {
      let typed = command.joined(separator: " ")
      #expect(
        readme.contains("vigil \(typed)") || help.contains("vigil \(typed)")
          || help.contains("\n  \(command[0]) "),
        "\(typed)"
      )
    }
  }

  @Test func `it says what Vigil is not before how to run it`() throws {
    let isNot = try #require(readme.range(of: "What it is not"))
    let commands = try #require(readme.range(of: "./scripts/vigil demo"))
    #expect(isNot.lowerBound < commands.lowerBound)
    for text in ["gives no advice", "medical device", "only monitor", "Attend the patient first"] {
      let place = try #require(readme.range(of: text), "\(text)")
      #expect(place.lowerBound < commands.lowerBound, "\(text)")
    }
  }
}
