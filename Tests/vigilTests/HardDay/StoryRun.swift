import Foundation

/// Plays a story through the real program, one process a command, and keeps what was typed and answered.
struct StoryRun {
  let program: VigilProgram
  private let clock: URL
  /// Whether the power went in the command before.
  private var isCut = false
  private(set) var transcript = ""
  /// What did not come as the story says, each with its line.
  private(set) var faults: [String] = []

  init(in program: VigilProgram, clock: URL) {
    self.program = program
    self.clock = clock
  }

  mutating func play(_ script: StoryScript) throws {
    for part in script.parts {
      switch part {
      case .words(let words): transcript += "\n# \(words)\n"
      case .clock(let clock): transcript += "\n## \(clock)\n"
      case .step(let step): try play(step)
      }
    }
  }

  private mutating func play(_ step: StoryScript.Step) throws {
    var own = program
    own.environment["VIGIL_BY"] = step.who
    let words = try FakeClock.arguments(at: step.clock, step.words)
    transcript += "\n\(step.text)\n"
    for line in step.input { transcript += "| \(line)\n" }
    let input = step.input.isEmpty ? nil : step.input.joined(separator: "\n") + "\n"
    guard !step.isCut else {
      try cut(own, words)
      transcript += "(the power goes)\n"
      isCut = true
      return
    }
    var outcome = try own.execute(clock, words, input: input.map { Data($0.utf8) })
    // The clock's own semaphore of a process that was killed under this number: nothing was run then.
    for _ in 0..<5 where outcome.errors.hasPrefix("faketime: sem_open") {
      outcome = try own.execute(clock, words, input: input.map { Data($0.utf8) })
    }
    let said = outcome.output + outcome.errors
    // Whether it was saved before the power went is chance; that it was saved once is told below.
    transcript += isCut ? "(saved, now or before)\n" : masked(said)
    isCut = false
    if outcome.status != 0 { transcript += "(exit \(outcome.status))\n" }
    let plain = said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if outcome.status != step.status {
      faults.append(
        "line \(step.line): exit \(outcome.status), not \(step.status): \(step.text)\n\(said)"
      )
    }
    for words in step.says where !plain.contains(words) {
      faults.append("line \(step.line): does not say “\(words)”: \(step.text)\n\(said)")
    }
    for words in step.saysNot where plain.contains(words) {
      faults.append("line \(step.line): says “\(words)”: \(step.text)\n\(said)")
    }
  }

  /// Kills the program at a moment at which it may or may not have saved.
  private func cut(_ program: VigilProgram, _ words: [String]) throws {
    let wait = String(Double(Int.random(in: 0...30)) / 1_000)
    let script = """
      set -m
      "$@" & sleep "$WAIT"; kill -9 -- -$!; wait; true
      """
    var own = program
    own.environment["WAIT"] = wait
    _ = try own.execute(
      URL(fileURLWithPath: "/bin/bash"),
      ["-c", script, "cut", clock.path] + words
    )
  }

  /// The folder, digests and ids are other ones each time.
  private func masked(_ text: String) -> String {
    text.replacing(program.folder.path, with: "FOLDER")
      .replacing(/[0-9a-f]{4}( [0-9a-f]{4}){3}/, with: "xxxx xxxx xxxx xxxx")
      .replacing(/sha256 [0-9a-f]{12}/, with: "sha256 xxxxxxxxxxxx")
  }
}
