import Foundation
import TestSupport
import Testing

/// What the program says of itself.
@Suite struct HelpTests {
  @Test func `every command's help has an example, and every example works`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    program.setAfternoon()
    let commands = try program.commands()
    #expect(commands.count >= 28, "\(commands)")
    for command in commands {
      let help = try program.run(command + ["--help"])
      #expect(help.status == 0, "\(command)")
      #expect(help.errors == "", "\(command)")
      guard command != ["help"], command != ["exit-codes"] else { continue }
      let examples = HelpExample.all(in: help.output)
      // A wider one would be folded on a terminal of 80 columns, and could not be pasted.
      for example in examples { #expect(example.widest <= 80, "\(example.typed)") }
      #expect(
        examples.contains { $0.typed.hasPrefix("vigil \(command.joined(separator: " "))") },
        "\(command)"
      )
      for example in examples {
        try check(example, of: command, like: program)
      }
    }
  }

  /// Runs an example in a record of its own, prepared as the one who reads it would have it.
  private func check(
    _ example: HelpExample,
    of command: [String],
    like program: VigilProgram
  ) throws {
    var own = try VigilProgram()
    defer { own.discard() }
    own.environment["TZ"] = program.environment["TZ"]
    own.environment["TMPDIR"] = own.folder.path
    let typed = try own.prepare(for: command, typed: example.typed)
    // One that looks again and again is interrupted.
    let isWatching = typed.contains("--watch")
    let outcome =
      isWatching
      ? try VigilProgram.watched(for: 2, enough: { $0.output != "" }) {
        try own.shell("timeout -s INT \($0) \(typed)")
      } : try own.shell(typed)
    let finds = ["due", "leaving", "screening", "followups"].contains(command[0])
    let allowed: [Int32] = isWatching ? [124] : finds ? [0, 1] : [0]
    #expect(allowed.contains(outcome.status), "\(example.typed): \(outcome.errors)")
    #expect(outcome.errors == "", "\(example.typed)")
    #expect(outcome.output != "", "\(example.typed)")
  }

  @Test func `the session in the program's own help runs from opening to report`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let help = try program.must("--help").output
    let examples = HelpExample.all(in: help)
    #expect(examples.count >= 8)
    for example in examples {
      var typed = example.typed
      // What a terminal asks for is answered by lines, and confirmed by options.
      if typed.hasPrefix("vigil screening") {
        let text = try program.must("protocol", "show", "iv-0.5-40", "--raw").output
        try program.write(try AllClear(Array(text.utf8)).lines, to: "answers.txt")
        typed += " --answers answers.txt"
      }
      if typed.hasPrefix("vigil start") {
        typed += " --confirm labs --confirm scores --confirm pdmp"
      }
      let outcome = try program.shell(typed)
      // Typed within a second of each other, it is neither on time nor over.
      let expected: Int32 =
        ["vigil screening", "vigil due", "vigil leaving"].contains { typed.hasPrefix($0) } ? 1 : 0
      #expect(outcome.status == expected, "\(typed): \(outcome.errors)")
      #expect(outcome.errors == "", "\(typed)")
    }
    let report = try program.must("report", "1").said
    #expect(report.contains("BP 156/95") || report.contains("156/95"))
    #expect(report.contains("nausea"))
    for text in ["not a medical device", "no advice", "Attend the patient first"] {
      #expect(help.replacingOccurrences(of: "\n", with: " ").contains(text), "\(text)")
    }
  }

  @Test func `lists every exit code with what it means`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let list = try program.must("exit-codes").output
    let help = try program.must("help", "exit-codes").output
    for code in [0, 1, 2, 64, 65, 66, 69, 70, 73, 74, 75, 77, 130] {
      let line = list.split(separator: "\n").first {
        $0.split(separator: " ").first == "\(code)"
      }
      #expect((line?.split(separator: " ").count ?? 0) >= 2, "\(code)")
      #expect(help.contains(" \(code)  "), "\(code)")
    }
    #expect(list.split(separator: "\n").count == 13)
  }

  @Test func `shows help and version on standard output and ends well`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    for arguments in [
      [], ["--help"], ["-h"], ["help"], ["help", "add"], ["add", "--help"], ["add", "-h"],
      ["help", "patient", "add"], ["patient"], ["protocol"], ["import"], ["--version"],
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 0, "\(arguments)")
      #expect(outcome.output != "", "\(arguments)")
      #expect(outcome.errors == "", "\(arguments)")
    }
    #expect(try program("--version").output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(program.recordBytes == nil)
  }

  @Test func `shows the open sessions where nothing is asked`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let said = try program.must().said
    #expect(said.contains("Alex Rivera"))
    #expect(said.contains("no vital signs yet"))
  }
}
