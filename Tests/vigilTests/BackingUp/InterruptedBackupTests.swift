import Foundation
import Testing

/// Backups that are ended before they are whole, by a person, by the machine or by the disk.
@Suite struct InterruptedBackupTests {
  /// A record that takes long enough to copy that it can be ended at every step.
  private func prepared() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.openSession()
    for batch in 0..<6 {
      let lines = (0..<150).map { "note \(batch) \($0) \(String(repeating: "words ", count: 20))" }
      try program.must("add", "-", input: lines.joined(separator: "\n"))
    }
    return program
  }

  private func left(_ program: VigilProgram, _ before: Set<String>) throws -> Set<String> {
    try program.ownNames().subtracting(before)
  }

  private func ended(
    _ program: VigilProgram,
    after delay: Duration,
    with signal: Int32
  ) throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = try VigilProgram.path
    process.arguments = ["backup", "copy.vigil"]
    process.environment = program.environment
    process.currentDirectoryURL = program.folder
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try VigilProgram.launch(process)
    Thread.sleep(forTimeInterval: delay / .seconds(1))
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test(arguments: [SIGKILL, SIGINT, SIGTERM])
  func `ended at any moment it leaves a whole backup, or none`(_ signal: Int32) throws {
    let program = try prepared()
    defer { program.discard() }
    let folder = program.folder
    let before = try program.ownNames()
    var ends: Set<String> = []
    let wanted = signal == SIGKILL ? "part" : "said"
    // For a moment it has both of its names.
    let whole: Set = signal == SIGKILL ? ["copy.vigil", "copy.vigil.part"] : ["copy.vigil"]
    let began = ContinuousClock.now
    try program.must("backup", "first.vigil")
    let usual = ContinuousClock.now - began
    try FileManager.default.removeItem(at: folder.appendingPathComponent("first.vigil"))
    // Where the machine was slower meanwhile, or quicker, no moment may have been in the middle of it: once more.
    for step in 0..<80 {
      if step >= 16 && step % 16 == 0 && ends.contains(wanted) { break }
      let delay = usual * (Double(step % 16) + Double(step / 16) / 5) / 12
      let outcome = try ended(program, after: delay, with: signal)
      var left = try left(program, before)
      // That it was made is noted at last; a commit that was killed leaves its journal, which the next one undoes.
      if signal == SIGKILL { left.remove("record.vigil-journal") }
      if left.contains("copy.vigil"), left.isSubset(of: whole) {
        ends.insert("whole")
        let verified = try program.run(["verify", "--record", "copy.vigil"])
        #expect(verified.status == 2 || verified.status == 0, "\(verified.output)")
      } else if signal == SIGKILL {
        #expect(left.isSubset(of: ["copy.vigil.part"]), "\(left)")
        ends.insert(left.isEmpty ? "none" : "part")
        if !left.isEmpty {
          // The next one says what is there, and goes on once that is gone.
          let next = try program.run(["backup", "copy.vigil"])
          #expect(next.status == 73)
          #expect(next.errors.contains("rm -- 'copy.vigil.part'"))
        }
      } else {
        #expect(left == [], "\(left) after \(delay)")
        #expect(outcome.status == signal)
        ends.insert(outcome.errors.isEmpty ? "none" : "said")
        if !outcome.errors.isEmpty {
          #expect(outcome.errors == "Interrupted. Nothing is left of copy.vigil.\n")
        }
      }
      for name in left {
        try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
      }
    }
    #expect(ends.contains(wanted), "\(ends)")
    // The record is none the worse.
    #expect(try program.run(["verify"]).status != 1)
  }

  /// Runs a line of shell with a small disk of its own at `disk`, or cancels the test where that cannot be made.
  private func run(
    _ line: String,
    onDiskOf size: String,
    _ program: VigilProgram
  ) throws
    -> VigilProgram.Outcome
  {
    let made = try program.shell("mkdir -p disk; unshare -Urm mount -t tmpfs -o size=1m disk disk")
    guard made.status == 0 else {
      try Test.cancel("A disk of its own cannot be mounted here: \(made.errors)")
    }
    try program.write(
      "set -u; mount -t tmpfs -o size=\(size) disk disk || exit 99\n\(line)\n",
      to: "line.sh"
    )
    let outcome = try program.shell("unshare -Urm bash line.sh")
    try #require(outcome.status != 99, "\(outcome.errors)")
    return outcome
  }

  @Test func `a full disk is said, and nothing is left on it`() throws {
    let program = try prepared()
    defer { program.discard() }
    try program.write("four words or more\n", to: "secret")
    let outcome = try run(
      """
      chmod 600 secret
      vigil backup disk/copy.vigil; echo "plain $?"; ls -A disk
      vigil backup disk/copy --encrypt --passphrase-file secret; echo "encrypted $?"; ls -A disk
      vigil export-record --out disk/lines; echo "exported $?"; ls -A disk
      vigil backup copy.vigil > /dev/null; echo "elsewhere $?"
      vigil restore copy.vigil --to disk/again.vigil; echo "restored $?"; ls -A disk
      """,
      onDiskOf: "100k",
      program
    )
    #expect(outcome.output == "plain 73\nencrypted 73\nexported 73\nelsewhere 0\nrestored 73\n")
    #expect(
      outcome.errors.components(separatedBy: "the disk is full").count == 5,
      "\(outcome.errors)"
    )
    #expect(try left(program, []).isDisjoint(with: ["record.vigil-journal"]))
    #expect(try left(program, []).filter { $0.hasPrefix(".vigil-backup-") }.isEmpty)
  }

  @Test func `a record on a read-only disk is backed up, and cannot note it`() throws {
    let program = try prepared()
    defer { program.discard() }
    try program.write("four words or more\n", to: "secret")
    let outcome = try run(
      """
      chmod 600 secret
      cp record.vigil disk/; export VIGIL_RECORD=disk/record.vigil
      mount -o remount,ro disk
      vigil backup copy.vigil; echo "plain $?"
      vigil backup copy --encrypt --passphrase-file secret > /dev/null; echo "encrypted $?"
      vigil export-record --out lines > /dev/null; echo "exported $?"
      ls -A tmp
      """,
      onDiskOf: "20m",
      program
    )
    #expect(outcome.output.hasPrefix("copy.vigil is a verified backup.\n"))
    #expect(outcome.output.contains("could not be noted in the record"))
    #expect(outcome.output.hasSuffix("\nplain 0\nencrypted 0\nexported 0\n"), "\(outcome.output)")
  }
}

extension VigilProgram {
  /// The names in its folder, but those of what tests keep there: its outputs, and its name for a shell.
  func ownNames() throws -> Set<String> {
    Set(
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { UUID(uuidString: $0) == nil && $0 != "bin" }
    )
  }
}
