import Foundation
import Testing

/// What `vigil status` says of the last verified backup.
@Suite struct BackupWarningTests {
  private func status(_ program: VigilProgram) throws -> (text: String, json: JSONOutput) {
    (
      try program.must("status").output,
      try JSONOutput(program.must("status", "--format", "json").output)
    )
  }

  private func backedUp(_ program: VigilProgram, hours: Int) throws {
    // As a command that makes backups would: its chain is none that this test is about.
    let insert = """
      import os, sqlite3, time
      record = sqlite3.connect(os.environ["VIGIL_RECORD"])
      count, = record.execute("SELECT count(*) FROM access").fetchone()
      last, = record.execute("SELECT hash FROM access ORDER BY number DESC LIMIT 1").fetchone()
      record.execute(
        "INSERT INTO access VALUES (?, 2, ?, 0, 'LH', 0, 4, NULL, NULL, ?, zeroblob(32))",
        (count + 1, int(time.time() * 1000) - \(hours) * 3600000, last))
      record.commit()
      """
    let python = URL(fileURLWithPath: "/usr/bin/env")
    let outcome = try program.execute(python, ["python3", "-c", insert])
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `warns where none is known or the last is too old, and not otherwise`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("clinic", "--name", "Northgate", "--by", "LH")
    let unset = try status(program)
    #expect(unset.text == "No session is open.\n")
    #expect(unset.json["backup"] is NSNull)
    try program.must("clinic", "--backup-days", "7", "--by", "LH")
    let none = try status(program)
    #expect(
      none.text.hasSuffix(
        "\n\nNo verified backup is known of this record; the clinic's limit is 7 days. "
          + "Make one on another disk: vigil backup FILE\n"
      )
    )
    #expect(none.json["backup", "overdue"] as? Bool == true)
    try backedUp(program, hours: 10 * 24 + 1)
    let old = try status(program)
    #expect(old.text.contains("10 days ago; the clinic's limit is 7 days."))
    #expect(old.json["backup", "overdue"] as? Bool == true)
    try backedUp(program, hours: 6 * 24)
    let young = try status(program)
    #expect(!young.text.contains("backup"))
    #expect(young.json["backup", "overdue"] as? Bool == false)
    #expect(young.json["backup", "limitDays"] as? Int == 7)
  }

  @Test func `refuses numbers that cannot be meant`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    for (option, value, words) in [
      ("--backup-days", "0", "Give 1 to 365 days"), ("--backup-days", "366", "Give 1 to 365 days"),
      ("--backup-days", "a week", "is not a whole number"),
      ("--retention-years", "0", "Give 1 to 100 years"),
      ("--retention-years", "101", "Give 1 to 100 years"),
    ] {
      let outcome = try program("clinic", "--name", "Northgate", option, value, "--by", "LH")
      #expect(outcome.status != 0, "\(option) \(value)")
      #expect(outcome.errors.contains(words), "\(option) \(value)")
    }
    #expect(program.recordBytes == nil)
  }
}
