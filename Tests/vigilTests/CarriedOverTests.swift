import Foundation
import Testing

/// A record that an older Vigil made, under the hands of this one.
@Suite struct CarriedOverTests {
  private static let golden = "Tests/RecordStoreTests/Golden/record-v1.vigil"

  /// A copy of the golden record of version 1 in the place of the test's record.
  private func programWithGolden() throws -> VigilProgram {
    let program = try VigilProgram()
    let record = try Data(contentsOf: Checkout.file(CarriedOverTests.golden))
    try record.write(to: program.folder.appendingPathComponent("record.vigil"))
    return program
  }

  private func backups(_ program: VigilProgram) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      .filter { $0.hasPrefix("record.vigil.v1-") }
  }

  @Test func `is read without being changed, and carried over by the first who writes`() throws {
    let program = try programWithGolden()
    defer { program.discard() }
    let before = program.recordBytes
    for command in ["status", "sessions", "timeline 1", "flags", "effects", "clinician list"] {
      let outcome = try program.run(command.split(separator: " ").map(String.init))
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      #expect(!outcome.errors.contains("carried over"), "\(command)")
    }
    #expect(program.recordBytes == before)
    let added = try program("add", "-s", "5", "note", "after")
    #expect(added.status == 0)
    let backup = try #require(try backups(program).first)
    #expect(
      added.errors.hasPrefix(
        "\(program.folder.path)/record.vigil was carried over from version 1 to 2; the copy before it is "
          + "\(program.folder.path)/\(backup).\n"
      ),
      "\(added.errors)"
    )
    let again = try program("add", "-s", "5", "note", "after that")
    #expect(!again.errors.contains("carried over"))
    #expect(try backups(program).count == 1)
  }

  @Test func `is said to be carried over also where the line itself is refused`() throws {
    let program = try programWithGolden()
    defer { program.discard() }
    let outcome = try program("add", "-s", "1", "note", "to a closed session")
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("was carried over from version 1 to 2"))
  }

  @Test func `is carried over once by six programs at once, and each entry is kept`() throws {
    let program = try programWithGolden()
    defer { program.discard() }
    let outcome = try program.shell(
      """
      for n in 1 2 3 4 5 6; do
        (vigil add -s 5 note writer-$n- > /dev/null 2> errors-$n; echo $?) &
      done; wait; cat errors-* | grep -c 'was carried over'
      """
    )
    #expect(outcome.output == "0\n0\n0\n0\n0\n0\n1\n", "\(outcome.errors)")
    #expect(try backups(program).count == 1)
    let notes = try program.shell(
      "vigil timeline 5 --format json | grep -o 'writer-[1-6]-' | sort -u"
    )
    #expect(notes.output.split(separator: "\n").count == 6)
  }

  @Test func `is left as it is where the disk has no room for the copy`() throws {
    let program = try programWithGolden()
    defer { program.discard() }
    let made = try program.shell("mkdir disk; unshare -Urm mount -t tmpfs -o size=1m disk disk")
    guard made.status == 0 else {
      try Test.cancel("A disk of its own cannot be mounted here: \(made.errors)")
    }
    try program.write(
      """
      mount -t tmpfs -o size=400k disk disk || exit 99
      cp record.vigil disk/; export VIGIL_RECORD=disk/record.vigil
      vigil add -s 5 note x; echo "add $?"
      cmp record.vigil disk/record.vigil && echo same
      ls disk
      vigil sessions > /dev/null; echo "sessions $?"
      mount -o remount,size=20m disk
      vigil add -s 5 note x > /dev/null 2>&1; echo "add $?"
      """,
      to: "line.sh"
    )
    let outcome = try program.shell("unshare -Urm bash line.sh")
    #expect(
      outcome.output == "add 74\nsame\nrecord.vigil\nsessions 0\nadd 0\n",
      "\(outcome.errors)"
    )
    #expect(
      outcome.errors.hasPrefix(
        "disk/record.vigil is a record of version 1, and no copy of it could be made before it is carried "
          + "over to version 2: "
      ),
      "\(outcome.errors)"
    )
    #expect(outcome.errors.contains("It was left as it is, and nothing was stored.\n"))
    // SQLite's words for the copy are those of the record, with which nothing is wrong.
    #expect(!outcome.errors.contains("not an error"), "\(outcome.errors)")
  }

  @Test func `killed at a write is of one version or the other`() throws {
    try runScript("migration_kills.py", expecting: "anything else: 0")
  }

  /// A sample of what the script of that name does in whole.
  private func runScript(_ name: String, expecting line: String) throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let script = Checkout.file("scripts/lib/\(name)").path
    let outcome = try program.shell(
      "command -v python3 > /dev/null || exit 69; "
        + "PYTHONDONTWRITEBYTECODE=1 python3 '\(script)' \"$(command -v vigil)\" --sample 2"
    )
    if outcome.status == 69 {
      try Test.cancel("Calls cannot be made to fail here: \(outcome.errors)")
    }
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(line), "\(outcome.output)")
    #expect(!outcome.output.contains("WRONG"))
  }
}
