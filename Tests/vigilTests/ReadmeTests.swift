import Foundation
import Testing

/// What the README promises.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = try String(contentsOf: Checkout.file("README.md"), encoding: .utf8)
  }

  /// Exit code 1 says that something holds, is overdue or is not met: not that it did not work.
  private static func finds(_ line: Substring) -> Bool {
    ["vigil screening", "vigil due", "vigil leaving"].contains { line.contains($0) }
  }

  @Test func `its session runs as it stands there`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let begin = try #require(readme.range(of: "<!-- session: a test runs these lines -->\n```\n"))
    let end = try #require(readme.range(of: "\n```\n<!-- end of session -->"))
    let lines = readme[begin.upperBound..<end.lowerBound]
    #expect(lines.split(separator: "\n").count >= 15)
    let script = lines.split(separator: "\n").map { line in
      ReadmeTests.finds(line) ? "\(line) || [ $? = 1 ]" : String(line)
    }.joined(separator: "\n").replacingOccurrences(of: "./scripts/vigil", with: "vigil")
      .replacingOccurrences(of: "/tmp/vigil-readme", with: program.folder.path + "/readme")
    let outcome = try program.shell("set -e\n\(script)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    for said in [
      "Alex Rivera", "1984-03-12", "flag 1 raised", "flag 1 acknowledged", "HR 82/min",
      "one digit was typed wrong", "session closed", "dissociation", "168/102",
      "of 19 criteria met", "gait met", "escort: sister, A. Meier", "decided by LH",
    ] {
      #expect(outcome.said.contains(said), "\(said)")
    }
  }

  @Test func `its clinic makes, checks, tries, compares and adopts a protocol as it stands there`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    func lines(from begin: String, to end: String) throws -> [Substring] {
      let first = try #require(
        readme.range(of: "<!-- \(begin): a test runs these lines -->\n```\n")
      )
      let last = try #require(readme.range(of: "\n```\n<!-- end of \(end) -->"))
      return readme[first.upperBound..<last.lowerBound].split(separator: "\n")
    }
    // After the session, of which it says that this is pasted.
    let session = try lines(from: "session", to: "session").map {
      ReadmeTests.finds($0) ? "\($0) || [ $? = 1 ]"[...] : $0
    }
    let pasted = try lines(from: "protocol", to: "protocol")
    #expect(pasted.count >= 8)
    func typed(_ lines: [Substring]) -> String {
      lines.joined(separator: "\n").replacingOccurrences(of: "./scripts/vigil", with: "vigil")
        .replacingOccurrences(of: "/tmp/vigil-readme", with: program.folder.path + "/readme")
    }
    let outcome = try program.shell(
      "set -e\n(\(typed(session))\n) > before\nexport VIGIL_RECORD=readme/record.vigil\n\(typed(pasted))"
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    for said in [
      "our-iv version 1 can be used", "180 mmHg → 165 mmHg", "gained", "bp.sys.crit",
      "our-iv version 1 is adopted by LH", "protocol our-iv version 1",
    ] {
      #expect(outcome.said.contains(said), "\(said)")
    }
  }

  @Test func `its session is proved, copied and exported as it stands there`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    func lines(_ name: String) throws -> String {
      let first = try #require(
        readme.range(of: "<!-- \(name): a test runs these lines -->\n```\n")
      )
      let last = try #require(readme.range(of: "\n```\n<!-- end of \(name) -->"))
      return readme[first.upperBound..<last.lowerBound].split(separator: "\n")
        .map { ReadmeTests.finds($0) ? "\($0) || [ $? = 1 ]" : String($0) }
        .joined(separator: "\n").replacingOccurrences(of: "./scripts/vigil", with: "vigil")
        .replacingOccurrences(of: "/tmp/vigil-readme", with: program.folder.path + "/readme")
    }
    let (session, proof) = (try lines("session"), try lines("proof"))
    let outcome = try program.shell("set -e\n(\(session)\n) > before\n\(proof)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.said.components(separatedBy: "HOLDS").count == 3)
    #expect(outcome.errors == "")
    // What is exported is every entry that the copy is said to have.
    let exported = try program.text(of: "readme/record.jsonl").split(separator: "\n")
    let entries = exported.filter { $0.hasPrefix("{\"line\":\"entry\",") }.count
    #expect(entries >= 20)
    #expect(outcome.said.contains("1 session, \(entries) entries, up to commit"))
    for said in ["printed S-", "verified S-", "copy.vigil", "exported record.jsonl"] {
      #expect(outcome.flowed.contains(said), "\(said)")
    }
  }

  @Test func `what it shows of the example is what the example says`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    program.environment["TMPDIR"] = program.folder.path
    program.environment["COLUMNS"] = "110"
    let demo = try program.must("demo").output
    let begin = try #require(
      readme.range(of: "<!-- example: a test compares these lines -->\n```\n")
    )
    let end = try #require(readme.range(of: "\n```\n<!-- end of example -->"))
    let lines = readme[begin.upperBound..<end.lowerBound].split(separator: "\n")
    #expect(lines.count >= 10)
    var rest = demo.replacingOccurrences(of: "\u{A0}", with: " ")[...]
    for line in lines where line != "…" {
      let place = try #require(rest.firstRange(of: "\n\(line)\n"), "\(line)")
      // The line end that ends it begins the next.
      rest = rest[rest.index(before: place.upperBound)...]
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
        // Nothing is put off while a flag is open on it, as one is in that session.
        if text.hasPrefix("defer") {
          let calm = try VigilProgram()
          defer { calm.discard() }
          try calm.openSession()
          try calm.must("add", text)
          understood += 1
          continue
        }
        // What `last`, and what `undo`, act on.
        try program.must("add", "150/92 72")
        let outcome = try program.shell("vigil add \(text)")
        #expect(outcome.status == 0, "\(text): \(outcome.errors)")
        // Whoever takes over goes on at a tablet that names them.
        if text.hasPrefix("handover ") { program.environment["VIGIL_BY"] = "MB" }
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
