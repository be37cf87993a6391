import Foundation
import Testing

/// `due --watch`, which looks until it is interrupted.
@Suite struct WatchTests {
  /// How a terminal's screen is begun again.
  static let cleared = "\u{1B}[H\u{1B}[2J"

  @Test func `appends a look each time where nobody sees a screen, until it is interrupted`() throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    let outcome = try VigilProgram.watched(enough: {
      $0.said.components(separatedBy: "-- ").count > 2
    }) {
      try program.shell("timeout --preserve-status -s INT \($0) vigil due --watch 1")
    }
    // A shell's code for a program that the interrupt ended.
    #expect(outcome.status == 130)
    #expect(outcome.errors == "")
    let looks = outcome.said.split(separator: "\n").filter { $0.hasPrefix("-- ") }
    #expect(looks.count >= 2, "\(outcome.said)")
    #expect(looks.allSatisfy { $0.hasSuffix(", every 1 s") })
    #expect(outcome.lines(with: "blood pressure and heart rate").count >= looks.count)
    #expect(outcome.said.contains("\n\n-- "))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `redraws a terminal by its own sequence, and appends on a dumb one`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    guard try program.hasTerminals() else {
      try Test.cancel("script(1) cannot make a terminal here")
    }
    try program.openAfterDose()
    program.environment["TERM"] = "xterm-256color"
    let drawn = try program.drawn(watching: "due", twice: Self.cleared)
    let looks = drawn.components(separatedBy: Self.cleared)
    #expect(looks.count >= 3, "\(drawn)")
    for look in looks.dropFirst() {
      #expect(look.contains(", every 1 s, Ctrl-C ends"))
      #expect(look.contains("OVERDUE"))
    }
    program.environment["TERM"] = "dumb"
    let plain = try program.drawn(watching: "due", twice: "-- ")
    #expect(!plain.contains("\u{1B}"))
    #expect(plain.components(separatedBy: "-- ").count >= 3)
  }

  @Test func `sees what is entered between two looks, and ends when its session is closed`() throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    let outcome = try program.shell(
      """
      timeout 90 vigil due P-014 --watch 1 > seen 2> said & watch=$!
      \(wait("grep -q OVERDUE seen"))
      vigil add 128/80 74 97% rr 14 moaas 5 A > /dev/null
      \(wait("! tail -n 4 seen | grep -q sedation"))
      vigil end --because 'goes to the ward' > /dev/null
      wait $watch; echo $?
      tail -n 1 seen; cat said
      """
    )
    #expect(outcome.said == "0\n\(VigilProgram.label(1)) is closed: nothing is due in it.\n")
  }

  @Test func `writes one document a line where JSON is asked for`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    let lines = try program.watchedLines("due")
    #expect(lines.count >= 2)
    for line in lines {
      #expect(try JSONOutput(String(line))["schema"] as? String == "vigil/due/1")
    }
  }

  @Test func `says that it could not look while the record is held, and looks again after`() throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    guard try program.shell("python3 -c 'import sqlite3'").status == 0 else {
      try Test.cancel("python3, which holds the record, is not here")
    }
    try program.openAfterDose()
    try program.write(
      """
      import sqlite3, time
      record = sqlite3.connect("record.vigil", isolation_level=None)
      record.execute("BEGIN EXCLUSIVE")
      open("held", "w").close()
      time.sleep(60)
      """,
      to: "hold.py"
    )
    let outcome = try program.shell(
      """
      vigil due --watch 1 > seen 2> said & watch=$!
      \(wait("grep -q OVERDUE seen"))
      python3 hold.py & holder=$!
      \(wait("grep -q 'not looked at' said"))
      before=$(wc -l < seen)
      kill $holder; wait $holder
      \(wait("[ $(wc -l < seen) -gt $before ]"))
      kill $watch; wait $watch
      sed 's/^[0-9:]*/TIME/' said | sort -u
      """
    )
    #expect(
      outcome.output == """
        TIME not looked at: another program holds the record. Trying again in 1 s; what stands above is older.

        """
    )
  }

  /// Waits in a shell until a condition holds, for a minute at most.
  private func wait(_ condition: String) -> String {
    "for try in $(seq 600); do if \(condition); then break; fi; sleep 0.1; done"
  }

  @Test func `holds nothing between two looks`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    guard FileManager.default.fileExists(atPath: "/proc/self/fd") else {
      try Test.cancel("there is no /proc here to see open files by")
    }
    try program.openAfterDose()
    let outcome = try program.shell(
      """
      vigil due --watch 30 > seen & watch=$!
      \(wait("grep -q OVERDUE seen"))
      sleep 0.5
      ls -l /proc/$watch/fd | grep -c record.vigil
      kill $watch
      """
    )
    #expect(outcome.output == "0\n")
  }
}

extension VigilProgram {
  /// What a command that looks until it is interrupted has shown after four seconds; after more where that was not
  /// *enough*, as on a machine that does much else.
  static func watched(
    for seconds: Int = 4,
    enough: (Outcome) -> Bool,
    run: (_ seconds: Int) throws -> Outcome
  ) rethrows -> Outcome {
    var outcome = try run(seconds)
    for times in [4, 16] where !enough(outcome) { outcome = try run(seconds * times) }
    return outcome
  }

  /// The documents that a command which watches has written, a line each.
  func watchedLines(_ command: String) throws -> [Substring] {
    try Self.watched(enough: { $0.output.split(separator: "\n").count >= 2 }) {
      try shell("timeout -s INT \($0) vigil \(command) --watch 1 --format json")
    }.output.split(separator: "\n")
  }

  /// What a command which watches has shown on a terminal, with *mark* in it *twice* at least.
  func drawn(watching command: String, twice mark: String) throws -> String {
    try Self.watched(enough: { $0.output.components(separatedBy: mark).count >= 3 }) {
      try terminal("timeout --foreground -s INT \($0) vigil \(command) --watch 1")
    }.output
  }

  /// Whether script(1) can make a terminal here.
  func hasTerminals() throws -> Bool {
    try shell("script -qec true /dev/null < /dev/null").status == 0
  }

  /// Runs a line of shell on a terminal of its own, on which *typed* is typed; what is shown has the
  /// line ends and the echo of a terminal.
  func terminal(_ line: String, typed: String = "") throws -> Outcome {
    try write(typed, to: "typed")
    try write(line, to: "line.sh")
    return try shell("script -qec 'bash line.sh' /dev/null < typed")
  }
}
