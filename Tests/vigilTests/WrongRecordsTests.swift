import Foundation
import Testing

/// Record files that are not there, not records, or cannot be trusted.
@Suite struct WrongRecordsTests {
  @Test func `refuses to read or write a record that is not there, and makes none`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.refuses(
      [
        "vigil timeline 1", "vigil report 1", "vigil flags", "vigil effects", "vigil sessions",
        "vigil status", "vigil due", "vigil due --watch", "vigil leaving", "vigil patient list",
        "vigil add 120/80", "vigil undo", "vigil end",
        "vigil start P-014 --protocol iv-0.5-40 --prescriber LH",
      ].map {
        WrongUse(
          $0,
          exits: 66,
          says: """
            There is no record at {folder}/record.vigil.
            vigil patient add P-014 makes one there; --record or VIGIL_RECORD names another.
            """
        )
      }
    )
    #expect(program.recordBytes == nil)
  }

  @Test func `refuses a folder and a file that is no record, and leaves them as they are`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    try program.write("Dear diary\n", to: "diary.txt")
    try program.write("", to: "empty.vigil")
    let named = "Name the record's file with --record or VIGIL_RECORD."
    let notOurs = "is not a record of Vigil. It was left as it is."
    program.environment["VIGIL_RECORD"] = program.folder.path + "/diary.txt"
    try program.refuses([
      WrongUse(
        "vigil sessions --record .",
        exits: 70,
        says: ". is a folder, not a record.\n\(named)"
      ),
      WrongUse("vigil sessions", exits: 70, says: "{folder}/diary.txt \(notOurs)\n\(named)"),
      WrongUse("vigil add 120/80", exits: 70, says: "{folder}/diary.txt \(notOurs)\n\(named)"),
      WrongUse(
        "vigil patient add P-014",
        exits: 70,
        says: "{folder}/diary.txt \(notOurs)\n\(named)"
      ),
    ])
    program.environment["VIGIL_RECORD"] = program.folder.path + "/empty.vigil"
    try program.refuses([
      WrongUse(
        "vigil sessions",
        exits: 70,
        says: "{folder}/empty.vigil is an empty file: there is no record in it.\n"
          + "Where one was cut off as it was made: vigil init makes it. Where one was there: restore a backup "
          + "beside it."
      )
    ])
  }

  @Test func `refuses a record of a newer version, and says that the entries are there`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    // user_version is the four bytes at 60 of an SQLite file, the largest first.
    try program.overwriteRecord(at: 60, with: [0, 0, 0, 9])
    try program.refuses(
      ["vigil sessions", "vigil add 120/80", "vigil patient add P-016"].map {
        WrongUse(
          $0,
          exits: 70,
          says: """
            {folder}/record.vigil is a record of version 9, made by a newer Vigil. It was left as it \
            is.
            Use the newer Vigil; your entries are all there.
            """
        )
      }
    )
  }

  @Test func `refuses another program's database, told by its application id`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.overwriteRecord(at: 68, with: [0x0F, 0x05, 0x51, 0x12])
    try program.refuses([
      WrongUse(
        "vigil add 120/80",
        exits: 70,
        says: """
          {folder}/record.vigil is not a record of Vigil. It was left as it is.
          Name the record's file with --record or VIGIL_RECORD.
          """
      )
    ])
  }

  @Test func `says that a record is damaged, keeps it as it is and exits with 70`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let whole = try #require(program.recordBytes)
    // Every page but the first is gone over: the header still says that it is a record.
    try program.overwriteRecord(
      at: 4_096,
      with: [UInt8](repeating: 0xA5, count: whole.count - 4_096)
    )
    let damaged = program.recordBytes
    for command in [["sessions"], ["add", "120/80"], ["timeline", "1"], ["flags"]] {
      let outcome = try program.run(command)
      #expect(outcome.status == 70, "\(command)")
      #expect(
        outcome.errors.hasPrefix("The record \(program.folder.path)/record.vigil is damaged: ")
      )
      #expect(
        outcome.errors.hasSuffix("\nKeep the file as it is, and restore a backup beside it.\n")
      )
      #expect(outcome.output == "")
      #expect(program.recordBytes == damaged)
    }
  }

  @Test func `refuses a record that its user may not read`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    // Root may read everything; then somebody else asks.
    let asks =
      "chmod 755 . && chmod 000 record.vigil && "
      + (geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "")
    guard try program.shell("\(asks) vigil --version").status == 0 else {
      try Test.cancel("nobody else may run the program here")
    }
    let outcome = try program.shell("\(asks) vigil sessions")
    #expect(outcome.status == 66)
    #expect(
      outcome.errors == """
        \(program.folder.path)/record.vigil may not be read by you.
        Ask whoever owns it, or name another with --record.

        """
    )
  }

  @Test func `refuses to make a record where no folder can be`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.write("", to: "file")
    try program.refuses([
      WrongUse(
        "vigil patient add P-014 --record file/deep/record.vigil",
        exits: 73,
        says: """
          The folder file/deep could not be made: part of its path is a file.
          Name a place that you may write to with --record or VIGIL_RECORD.
          """
      ),
      WrongUse(
        "vigil demo --record file",
        exits: 73,
        says: """
          There is already a file file.
          Name another with --record.
          """
      ),
    ])
  }
}

extension VigilProgram {
  /// Writes bytes over those of the record file.
  fileprivate func overwriteRecord(at offset: UInt64, with bytes: [UInt8]) throws {
    let file = try FileHandle(forUpdating: folder.appendingPathComponent("record.vigil"))
    try file.seek(toOffset: offset)
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }
}
