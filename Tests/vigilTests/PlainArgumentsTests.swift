import Foundation
import TestSupport
import Testing

/// What is asked for most is read without ArgumentParser where it is plainly written; it must mean what
/// ArgumentParser makes of it.
@Suite struct PlainArgumentsTests {
  /// A command with a value for each of its options that changes what is answered.
  struct Question: CustomStringConvertible {
    let command: [String]
    let format: String
    let valued: [(option: String, value: String)]
    let flags: [String]
    /// Those that leave a file, so that a second run is another; `PrintedFileTests` tries them.
    var writing: [String] = []

    var description: String { command.joined(separator: " ") }
  }

  static let questions = [
    Question(
      command: ["report", "1"],
      format: "text",
      valued: [
        ("--format", "json"), ("--width", "60"), ("--record", "other.vigil"), ("--form", "rems"),
        ("--paper", "letter"), ("--out", "nowhere/report.txt"),
      ],
      flags: ["--ascii"],
      writing: ["--force", "--open"]
    ),
    Question(
      command: ["timeline", "1"],
      format: "table",
      valued: [("--format", "csv"), ("--width", "60"), ("--record", "other.vigil")],
      flags: ["--ascii", "--vitals"]
    ),
    Question(
      command: ["flags"],
      format: "table",
      valued: [
        ("--format", "json"), ("--width", "60"), ("--record", "other.vigil"),
        ("--since", "2090-01-01"), ("--until", "2020-01-01T10:00:00Z"), ("--priority", "high"),
        ("--rule", "crisis"), ("--patient", "P-015"), ("--state", "confirmed"),
      ],
      flags: ["--ascii", "--unacknowledged", "--unreviewed", "--fail-on-open"]
    ),
  ]

  @Test(arguments: questions)
  func `every option changes the answer, and the same way in every spelling`(
    _ question: Question
  )
    throws
  {
    let program = try prepared()
    defer { program.discard() }
    let usual = try answer(program, question.command)
    let usualFormat = ["--format=\(question.format)"]
    for (option, value) in question.valued {
      let plain = try answer(program, question.command + [option, value])
      #expect(plain != usual, "\(option)")
      #expect(
        try answer(program, question.command + ["\(option)=\(value)"]) == plain,
        "\(option)"
      )
    }
    for flag in question.flags {
      let plain = try answer(program, question.command + [flag])
      #expect(plain != usual, "\(flag)")
      #expect(try answer(program, question.command + [flag] + usualFormat) == plain, "\(flag)")
    }
    // Of which none is left out here.
    let help = try program.must(question.command[0], "--help").output
    let known = help.matches(of: /\n +(?:-., )?(--[a-z-]+)/).map { String($0.1) }
    #expect(
      Set(known).subtracting(["--help", "--version"])
        == Set(question.valued.map(\.option) + question.flags + question.writing)
    )
  }

  @Test(arguments: questions)
  func `options together and in any order mean the same in every spelling`(
    _ question: Question
  )
    throws
  {
    let program = try prepared()
    defer { program.discard() }
    var random = SeededGenerator()
    for _ in 0..<12 {
      var plain = question.flags.filter { _ in random.chance(40) }.map { [$0] }
      var joined = plain
      for (option, value) in question.valued
      where option != "--format" && random.chance(option == "--record" ? 15 : 40) {
        plain.append([option, value])
        joined.append(["\(option)=\(value)"])
      }
      let format = random.pick([question.format, "json"])
      plain.append(["--format", format])
      joined.append(["--format=\(format)"])
      plain += question.command.dropFirst().map { [$0] }
      joined += question.command.dropFirst().map { [$0] }
      let order = plain.indices.shuffled(using: &random)
      let first = try answer(program, [question.command[0]] + order.flatMap { plain[$0] })
      let second = try answer(program, [question.command[0]] + order.flatMap { joined[$0] })
      #expect(first == second, "\(order.flatMap { plain[$0] }), seed \(random.seed)")
    }
  }

  @Test(arguments: questions)
  func `refuses the same in every spelling`(_ question: Question) throws {
    let program = try prepared()
    defer { program.discard() }
    for (option, value) in [
      ("--width", "20"), ("--width", "201"), ("--width", "wide"), ("--width", "+80x"),
      ("--format", "xml"), ("--record", "nowhere.vigil"), ("--frobnicate", "1"),
    ] {
      let plain = try program.run(question.command + [option, value])
      let joined = try program.run(question.command + ["\(option)=\(value)"])
      #expect(plain == joined, "\(option) \(value)")
      #expect(plain.status != 0, "\(option) \(value)")
      #expect(plain.errors != "", "\(option) \(value)")
    }
    for (option, value) in question.valued {
      let twice = try program.run(question.command + [option, value, option, value])
      #expect(twice.status == 64, "\(option)")
      #expect(twice.errors.contains("\(option) is there twice. Nothing was stored."), "\(option)")
      #expect(try program.run(question.command + [option]).status == 64, "\(option)")
      #expect(try program.run(question.command + [option, "--ascii"]).status == 64, "\(option)")
    }
    for flag in question.flags {
      let twice = try program.run(question.command + [flag, flag])
      #expect(twice.status == 64, "\(flag)")
      #expect(twice.errors.contains("\(flag) is there twice. Nothing was stored."), "\(flag)")
    }
    #expect(try program.run(question.command + ["1", "2"]).status == 64)
  }

  /// What is answered, without the moment at which a report says that it was printed.
  private func answer(
    _ program: VigilProgram,
    _ arguments: [String]
  ) throws -> VigilProgram.Outcome {
    let outcome = try program.run(arguments)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    return VigilProgram.Outcome(
      status: outcome.status,
      output: lines.filter { !isMoment($0) }.joined(separator: "\n"),
      errors: outcome.errors
    )
  }

  /// Whether it is the line of a report that says when it was printed, as JSON or as text.
  private func isMoment(_ line: Substring) -> Bool {
    line.hasPrefix("  \"printed\": ") || (line.hasPrefix("Vigil ") && line.contains(", printed "))
  }

  /// A closed session with an acknowledged flag and open ones, whose answers no longer change, and
  /// another record.
  private func prepared() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.fillSession()
    try program.must("ack", "1", "seen")
    try program.must("review", "2", "expected", "known peak", "--by", "LH")
    try program.must("end", "1", "--because", "goes to the ward, with flags open")
    try program.must("patient", "add", "P-015", "--record", "other.vigil")
    return program
  }
}
