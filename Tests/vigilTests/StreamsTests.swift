import Foundation
import Testing

/// What goes to which stream, in which letters, and how the program ends.
@Suite struct StreamsTests {
  @Test func `writes data to standard output and messages to standard error`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.fillSession()
    for command in [
      ["timeline", "1"], ["report", "1"], ["flags"], ["effects"], ["sessions"], ["status"],
      ["patient", "list"], ["protocol", "list"], ["add", "hr 72"],
    ] {
      let outcome = try program.run(command)
      #expect(outcome.status == 0, "\(command)")
      #expect(outcome.errors == "", "\(command)")
      #expect(outcome.output.hasSuffix("\n") && !outcome.output.hasSuffix("\n\n"), "\(command)")
    }
  }

  @Test func `tells errors as JSON on standard error where JSON was asked for`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let asked: [(arguments: [String], status: Int32, message: String, hint: String?)] = [
      (
        ["timeline", "9", "--format", "json"], 66, "There is no session “9”.",
        "vigil sessions lists all."
      ),
      (
        ["report", "9", "--format=json"], 66, "There is no session “9”.",
        "vigil sessions lists all."
      ),
      (
        ["patient", "show", "P-099", "--format", "json"], 66, "There is no patient “P-099”.",
        "Add them first: vigil patient add P-099"
      ),
      (
        ["protocol", "show", "ours", "--format", "json"], 66, "There is no protocol “ours”.",
        "vigil protocol list shows all; a file is named by its path."
      ),
      (
        ["protocol", "show", "iv-0.5-40", "--raw", "--format", "json"], 64,
        "--raw prints the file as it is, in no other format.",
        "vigil protocol show --help shows how it is used."
      ),
      (
        ["flags", "--format", "json", "--priority", "urgent"], 64,
        "--priority “urgent” is unknown.",
        "Choose: info, low, medium, high."
      ),
      (
        ["sessions", "--format", "json", "--frobnicate"], 64, "Unknown option '--frobnicate'",
        "vigil sessions --help shows how it is used."
      ),
    ]
    for (arguments, status, message, hint) in asked {
      let outcome = try program.run(arguments)
      #expect(outcome.status == status, "\(arguments)")
      #expect(outcome.output == "", "\(arguments)")
      let error = try #require(try JSONOutput(outcome.errors)["error"] as? [String: Any])
      #expect(error["message"] as? String == message, "\(arguments)")
      #expect(error["hint"] as? String == hint, "\(arguments)")
      #expect(error["code"] as? Int == Int(status), "\(arguments)")
    }
  }

  @Test func `prints no terminal sequence where nobody looks`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    try program.fillSession()
    for variables in [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color"], ["TERM": "dumb"]] {
      for (name, value) in variables { program.environment[name] = value }
      for command in [["timeline", "1"], ["report", "1"], ["flags"], ["status"]] {
        #expect(!(try program.run(command).output.contains("\u{1B}")), "\(command) \(variables)")
      }
    }
  }

  @Test func `colours a terminal, unless NO_COLOR is set`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    try program.fillSession()
    program.environment["TERM"] = "xterm-256color"
    let looks = "script -qec 'vigil flags' /dev/null < /dev/null"
    guard try program.shell("script -qec true /dev/null < /dev/null").status == 0 else {
      try Test.cancel("script(1) cannot make a terminal here")
    }
    #expect(try program.shell(looks).output.contains("\u{1B}["))
    program.environment["NO_COLOR"] = "1"
    let plain = try program.shell(looks).output
    #expect(plain.contains("182"))
    #expect(!plain.contains("\u{1B}["))
  }

  @Test func `prints ASCII alone where the locale has no more, and where it is asked to`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    try program.fillSession()
    try program.must("add", "note Müller – „gut“ ▲ 漢字 — ok")
    try program.must("add", "158/- -- cuff slipped")
    let commands = [
      ["timeline", "1"], ["timeline", "1", "--vitals"], ["report", "1"], ["flags"], ["effects"],
      ["sessions"], ["status"], ["patient", "list"], ["patient", "show", "P-014"],
      ["protocol", "list"], ["protocol", "show", "iv-0.5-40"],
    ]
    for command in commands {
      let wide = try program.run(command + ["--ascii"])
      #expect(wide.status == 0, "\(command)")
      #expect(wide.output.utf8.allSatisfy { $0 < 0x80 }, "\(command)")
    }
    for locale in ["C", "POSIX", "en_US.ISO-8859-1"] {
      program.environment["LANG"] = locale
      for command in commands + [["add", "nausea mod -- „so“"], ["demo"]] {
        let outcome = try program.run(command)
        #expect(outcome.status == 0, "\(command)")
        #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 }, "\(locale) \(command)")
      }
    }
  }

  @Test func `keeps to the columns that it is given`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.fillSession()
    try program.must("add", "note \(String(repeating: "a long story ", count: 20))")
    for width in [60, 80, 120] {
      for command in [["timeline", "1"], ["report", "1"], ["flags"], ["status"]] {
        let outcome = try program.run(command + ["--width", "\(width)"])
        let widest = outcome.output.split(separator: "\n").map(\.count).max() ?? 0
        #expect(widest <= width && widest > 40, "\(command) \(width): \(widest)")
      }
    }
  }

  @Test(arguments: ["> /dev/full", "| true", ">&-"])
  func `exits with 73 where its answer cannot be written`(stream: String) throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.fillSession()
    guard stream != "> /dev/full" || FileManager.default.fileExists(atPath: "/dev/full") else {
      try Test.cancel("there is no /dev/full here")
    }
    // The reader of the pipe is gone before the program begins to write.
    let outcome = try program.shell(
      "set +e; { sleep 0.3; vigil timeline 1; echo \"$?\" > status; } \(stream); cat status"
    )
    #expect(outcome.output == "73\n")
    // A reader that stops reading, as `head` does, needs no message.
    #expect(
      outcome.errors
        == (stream == "| true" ? "" : "The answer could not be written to standard output.\n")
    )
  }

  @Test func `stores an entry also where its answer cannot be written`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let outcome = try program.shell(
      "{ sleep 0.3; vigil add 120/80; echo $? > status; } | true; cat status"
    )
    #expect(outcome.output == "73\n")
    #expect(
      outcome.errors == """
        The answer could not be written to standard output.
        What was entered is saved; look with vigil timeline.

        """
    )
    #expect(try program.entryCount() == 2)
  }

  @Test func `exits with 1 where an open flag is found and that was asked`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    #expect(try program("flags", "--fail-on-open").status == 0)
    try program.must("add", "@-30m 182/100")
    let found = try program("flags", "--fail-on-open")
    #expect(found.status == 1)
    #expect(found.errors == "")
    #expect(found.output.contains("182"))
    #expect(try program("flags").status == 0)
    #expect(try program("flags", "--fail-on-open", "--priority", "high").status == 1)
    try program.must("add", "-", input: "@-25m 132/84\n@-20m 132/84\n@-15m 132/84")
    // One repeat inside, ten minutes at most after the first, clears it.
    #expect(try program("flags", "--fail-on-open").status == 0)
  }
}
