import Foundation
import Testing

/// A passphrase that is typed on a terminal, by a person made of Python; skipped where `VIGIL_PYTHON` names
/// none.
@Suite(.enabled(if: typingPython != nil))
struct HiddenInputTests {
  /// Types the next answer after each question, and says at last how it ended and whether the terminal shows
  /// again what is typed.
  private static let person = """
    import os, pty, select, sys, termios, time
    answers = sys.argv[1].encode().decode("unicode_escape").split("|")
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.argv[2], sys.argv[2:])
    def echoes():
        return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)
    said, seen, last, hidden = b"", 0, time.time() + 60, []
    while time.time() < last:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                chunk = os.read(terminal, 4096)
            except OSError:
                break
            if not chunk:
                break
            said += chunk
        asked = said.find(b"assphrase for", seen)
        again = said.find(b"The same again:", seen)
        begin = min([place for place in (asked, again) if place >= 0], default=-1)
        ended = said.find(b": ", begin) if begin >= 0 else -1
        if answers and ended >= 0:
            seen = ended
            hidden.append(not echoes())
            os.write(terminal, answers.pop(0).encode())
    _, status = os.waitpid(pid, 0)
    sys.stdout.buffer.write(said)
    print("\\nended " + str(os.waitstatus_to_exitcode(status)))
    print("hidden " + str(all(hidden)) + ", shown again " + str(echoes()))
    """

  /// *answers* are parted by `|`.
  private func typed(
    _ answers: String,
    _ command: [String],
    _ program: VigilProgram
  ) throws -> String {
    try program.write(HiddenInputTests.person, to: "person.py")
    let python = try #require(typingPython)
    let outcome = try program.execute(
      URL(fileURLWithPath: python),
      ["person.py", answers, try VigilProgram.path.path] + command
    )
    return outcome.said + outcome.errors
  }

  private let make = ["key", "make", "LH", "--by", "LH"]
  private let restored = "hidden True, shown again True"

  private func program() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.adoptExamples()
    return program
  }

  @Test func `is asked for twice, never shown, and opens the key afterwards`() throws {
    let program = try program()
    defer { program.discard() }
    try program.closeSession()
    let made = try typed(#"four words of mine\n|four words of mine\n"#, make, program)
    #expect(made.contains("ended 0"), "\(made)")
    #expect(made.contains(restored), "\(made)")
    #expect(!made.contains("four words of mine"), "\(made)")
    #expect(made.contains("The key of LH is made and in use"), "\(made)")
    let sign = ["sign", "1", "--by", "LH"]
    let signed = try typed(#"mistyped words\n|short\n|four words of mine\n"#, sign, program)
    #expect(signed.contains("ended 0"), "\(signed)")
    #expect(signed.contains(restored), "\(signed)")
    #expect(signed.contains("does not open the key of LH"), "\(signed)")
    // What is signed stands before the question.
    let shown = try #require(signed.range(of: "5 entries, the last one recorded"))
    let asked = try #require(signed.range(of: "Passphrase for the key of LH"))
    #expect(shown.upperBound < asked.lowerBound)
  }

  @Test func `a third wrong one is refused`() throws {
    let program = try program()
    defer { program.discard() }
    try program.closeSession()
    try program.makeKey(of: "LH")
    let before = program.recordBytes
    let wrong = try typed(
      #"first wrong\n|second wrong\n|third wrong\n"#,
      ["sign", "1", "--by", "LH"],
      program
    )
    #expect(wrong.contains("ended 65"), "\(wrong)")
    #expect(wrong.contains(restored), "\(wrong)")
    #expect(program.recordBytes == before)
  }

  @Test func `two that differ, and one that is too short, are asked for again`() throws {
    let program = try program()
    defer { program.discard() }
    let made = try typed(
      #"short\n|four words of mine\n|four words of yours\n|four words of mine\n|four words of mine\n"#,
      make,
      program
    )
    #expect(made.contains("at least 8 characters"), "\(made)")
    #expect(made.contains("The two passphrases differ."), "\(made)")
    #expect(made.contains("ended 0"), "\(made)")
  }

  @Test(arguments: [(#"\x03"#, "ended -2"), (#"\x04"#, "ended 130"), (#"four wo\x03"#, "ended -2")])
  func `where the question is left, nothing is made and the terminal shows again what is typed`(
    answers: String,
    end: String
  ) throws {
    let program = try program()
    defer { program.discard() }
    let left = try typed(answers, make, program)
    #expect(left.contains(end), "\(left)")
    #expect(left.contains("No passphrase was given."), "\(left)")
    #expect(left.contains(restored), "\(left)")
    #expect(try program.keyFiles().isEmpty)
  }

  @Test func `adding a clinician asks who is added, and Enter alone makes no key`() throws {
    let program = try program()
    defer { program.discard() }
    let add = ["clinician", "add", "LH", "--role", "administrator", "--by", "LH"]
    let none = try typed(#"\n"#, add, program)
    #expect(none.contains("known to LH alone"), "\(none)")
    #expect(none.contains("vigil key make LH --by LH"), "\(none)")
    #expect(none.contains("ended 0"), "\(none)")
    #expect(try program.keyFiles().isEmpty)
    let second = ["clinician", "add", "MB", "--by", "LH"]
    let made = try typed(#"four words of mine\n|four words of mine\n"#, second, program)
    #expect(made.contains("The key of MB is made and in use"), "\(made)")
    #expect(try program.keyFiles().count == 1)
    let left = try typed(#"\x03"#, ["clinician", "add", "KO", "--by", "LH"], program)
    #expect(left.contains("KO is listed as: observer."), "\(left)")
    #expect(try program.must("clinician", "list").said.contains("KO"))
  }
}

/// The Python that types.
private let typingPython = ProcessInfo.processInfo.environment["VIGIL_PYTHON"]
  .flatMap { $0.isEmpty ? nil : $0 }
