import Foundation
import Testing

/// `vigil backup` as a person runs it.
@Suite struct BackupCommandTests {
  private let program: VigilProgram

  init() throws {
    program = try VigilProgram()
    try program.openSession()
    try program.must("add", "118/74 68 98%")
    try program.must("end", "1")
  }

  private func names() throws -> Set<String> {
    try program.ownNames()
  }

  private func mode(_ name: String) -> mode_t? {
    var status = stat()
    return stat(program.folder.appendingPathComponent(name).path, &status) == 0
      ? status.st_mode & 0o7777 : nil
  }

  @Test func `says what is in it, that it is verified, and what to do with it`() throws {
    defer { program.discard() }
    let before = try names()
    let answer = try program.must("backup", "copy.vigil").output
    #expect(answer.hasPrefix("copy.vigil is a verified backup.\n1 session, "))
    let digest = try program.shell("sha256sum < copy.vigil").output.prefix(64)
    #expect(answer.contains("\nSHA-256 \(digest)\n"))
    #expect(answer.contains("\nKeep it on another disk, away from this machine.\n"))
    #expect(answer.contains("vigil verify --record copy.vigil\n"))
    #expect(mode("copy.vigil") == 0o600)
    #expect(try names() == before.union(["copy.vigil"]))
    let verified = try program.run(["verify", "--record", "copy.vigil"])
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    let said = try program.must("accesses").output
    #expect(said.contains("copy.vigil"))
  }

  @Test func `the clinic is warned no more once there is one`() throws {
    defer { program.discard() }
    try program.must("clinic", "--name", "Northgate", "--backup-days", "7", "--by", "LH")
    #expect(try program.must("status").output.contains("No verified backup is known"))
    try program.must("backup", "copy.vigil")
    #expect(try !program.must("status").output.contains("backup"))
    // The copy itself is from before.
    #expect(
      try program.must("status", "--record", "copy.vigil").output.contains("No verified backup")
    )
  }

  @Test(arguments: ["-copy.vigil", "two words.vigil", ":memory:", "file:x", "it's"])
  func `a name is a name, whatever it looks like`(_ name: String) throws {
    defer { program.discard() }
    let before = try names()
    let answer = try program.must("backup", "--", name).output
    #expect(try names() == before.union([name]))
    // What it says can be typed as it stands.
    let check = try #require(answer.split(separator: "\n").first { $0.hasPrefix("To check it: ") })
    let outcome = try program.shell(String(check.dropFirst("To check it: ".count)))
    #expect(outcome.status == 0, "\(outcome.errors)")
    try program.must("restore", "--to=-again", "--", name)
    #expect(try names() == before.union([name, "-again"]))
  }

  @Test func `nothing is written over, and nothing is asked before that is known`() throws {
    defer { program.discard() }
    try program.write("mine", to: "copy.vigil")
    for options in [[], ["--encrypt"]] {
      let outcome = try program.run(["backup", "copy.vigil"] + options)
      #expect(outcome.status == 73)
      #expect(
        outcome.errors == """
          There is already a file copy.vigil. Nothing was written.
          Name another: nothing is ever replaced.

          """
      )
    }
    #expect(try program.shell("cat copy.vigil").output == "mine")
    try program.write("mine", to: "other.part")
    let outcome = try program.run(["backup", "other"])
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("other.part"))
    let itself = try program.run(["backup", "record.vigil"])
    #expect(itself.status == 73)
    #expect(try program.run(["verify"]).status == 0)
  }

  @Test func `a damaged record is no source of one`() throws {
    defer { program.discard() }
    let before = try names()
    let change = """
      import sqlite3
      record = sqlite3.connect("record.vigil")
      sql, = record.execute("SELECT sql FROM sqlite_schema WHERE name = 'entry_is_not_updated'").fetchone()
      record.execute("DROP TRIGGER entry_is_not_updated")
      record.execute("UPDATE entry SET author = 'XY' WHERE number = 2 AND stream_kind = 1")
      record.execute(sql)
      record.commit()
      """
    try program.write(change, to: "change.py")
    #expect(try program.shell("python3 change.py").status == 0)
    let outcome = try program.run(["backup", "copy.vigil"])
    #expect(outcome.status == 70)
    #expect(outcome.errors.contains("is damaged, so no copy of it is called a backup"))
    #expect(outcome.errors.contains("session 1 #2"))
    #expect(try names() == before.union(["change.py"]))
  }

  @Test func `a training record is one in its backup and restored as well`() throws {
    defer { program.discard() }
    try program.must("init", "--training", "--record", "practice.vigil")
    let answer = try program.must("backup", "copy.vigil", "--record", "practice.vigil").output
    #expect(answer.contains("TRAINING"))
    try program.must("restore", "copy.vigil", "--to", "again.vigil")
    #expect(try program.must("sessions", "--record", "again.vigil").output.contains("TRAINING"))
  }

  @Test func `a passphrase opens it and nothing else does`() throws {
    defer { program.discard() }
    try program.write("four words or more\n", to: "secret")
    try program.write("four words or mode\n", to: "wrong")
    try program.write("short\n", to: "short")
    _ = try program.shell("chmod 600 secret wrong short")
    let before = try names()
    // Nobody can be asked here.
    #expect(try program.run(["backup", "copy", "--encrypt"]).status == 64)
    #expect(try program.run(["backup", "copy", "--passphrase-file", "secret"]).status == 64)
    let short = try program.run(["backup", "copy", "--encrypt", "--passphrase-file", "short"])
    #expect(short.status == 65)
    #expect(try names() == before)
    let made = try program.must("backup", "copy", "--encrypt", "--passphrase-file", "secret")
    #expect(made.output.hasPrefix("copy is a verified backup, encrypted.\n"))
    #expect(try names() == before.union(["copy"]))
    #expect(try program.shell("grep -c -e SQLite -e P-014 copy").output == "0\n")
    let wrong = try program.run(["restore", "copy", "--to", "again", "--passphrase-file", "wrong"])
    #expect(wrong.status == 65)
    #expect(wrong.errors.hasPrefix("This passphrase does not open copy. Nothing was written."))
    #expect(try program.run(["restore", "copy", "--to", "again"]).status == 64)
    #expect(try names() == before.union(["copy"]))
    let restored = try program.must(
      "restore",
      "copy",
      "--to",
      "again",
      "--passphrase-file",
      "secret"
    )
    #expect(restored.output.hasPrefix("again is restored from copy, which was encrypted.\n"))
    #expect(mode("again") == 0o600)
    #expect(
      try program.must("timeline", "1", "--record", "again").output
        == program.must("timeline", "1").output
    )
  }
}
