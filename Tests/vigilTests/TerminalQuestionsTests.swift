import Foundation
import Testing

/// What is asked on a terminal, answered by a person made of Python; skipped where `VIGIL_PYTHON` names
/// none.
@Suite(.enabled(if: typingPython != nil))
struct TerminalQuestionsTests {
  /// Types the next answer after each question that ends with `] `, and says at last how it ended.
  private static let person = """
    import os, pty, select, sys, time
    answers = sys.argv[1].encode().decode("unicode_escape").split("|")
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.argv[2], sys.argv[2:])
    said, seen, last = b"", 0, time.time() + 60
    while time.time() < last:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                chunk = os.read(terminal, 4096)
            except OSError:
                break
            if not chunk:
                break
            said += chunk
        asked = said.find(b"[y/n", seen)
        ended = said.find(b"] ", asked) if asked >= 0 else -1
        if answers and ended >= 0:
            seen = ended
            os.write(terminal, answers.pop(0).encode())
    _, status = os.waitpid(pid, 0)
    sys.stdout.buffer.write(said)
    print("\\nended " + str(os.waitstatus_to_exitcode(status)))
    """

  /// *answers* are parted by `|`.
  private func typed(_ answers: String, _ program: VigilProgram) throws -> String {
    try program.write(TerminalQuestionsTests.person, to: "person.py")
    let python = try #require(typingPython)
    let command = ["screening", "P-014", "--protocol", "iv-0.5-40", "--by", "KO"]
    let outcome = try program.execute(
      URL(fileURLWithPath: python),
      ["person.py", answers, try VigilProgram.path.path] + command
    )
    return outcome.output + outcome.errors
  }

  private func program() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.addScreened(but: ["glaucoma", "mania"])
    return program
  }

  @Test func `asks again what holds by its answer, and Enter keeps it`() throws {
    let program = try program()
    defer { program.discard() }
    let first = try typed(#"u\n|n\n"#, program)
    #expect(first.contains("2 answers recorded"), "\(first)")
    let kept = try typed(#"\n"#, program)
    #expect(kept.contains("so far unknown, self-report"), "\(kept)")
    #expect(kept.contains("1 gate holds: ") && kept.contains("glaucoma (hard)"), "\(kept)")
    #expect(kept.contains("add to vigil start: --prescriber LH"), "\(kept)")
    let cleared = try typed(#"n\n"#, program)
    #expect(cleared.contains("None holds."), "\(cleared)")
    #expect(cleared.contains("ended 0"), "\(cleared)")
  }

  @Test(arguments: [(#"n\n|\x03"#, "ended -2"), (#"n\n|\x04"#, "ended 130")])
  func `says that nothing was stored where the questions are left`(
    answers: String,
    end: String
  ) throws {
    let program = try program()
    defer { program.discard() }
    let left = try typed(answers, program)
    #expect(left.contains("The questions were left. Nothing was stored."), "\(left)")
    #expect(left.contains(end), "\(left)")
    let shown = try program("screening", "P-014", "--protocol", "iv-0.5-40").said
    #expect(shown.contains("2 gates hold: glaucoma (hard), mania (hard)."))
  }
}

/// The Python that types.
private let typingPython = ProcessInfo.processInfo.environment["VIGIL_PYTHON"]
  .flatMap { $0.isEmpty ? nil : $0 }
