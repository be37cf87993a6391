import Foundation
import Testing

/// `vigil restore` as a person runs it.
@Suite struct RestoreCommandTests {
  @Test func `says what this machine sealed since, and the record goes on`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("end", "1")
    try program.must("backup", "copy.vigil")
    try program.start("P-015")
    try program.must("end", "2")
    let answer = try program.must("restore", "copy.vigil", "--to", "again.vigil").output
    #expect(answer.hasPrefix("again.vigil is restored from copy.vigil.\n1 session, "))
    let seals =
      #/This copy ends with seal \d+ of .*; this machine has made 1 more since, the last on/#
    #expect(answer.contains(seals), "\(answer)")
    #expect(answer.contains("vigil sessions --record again.vigil\n"))
    // The machine remembers the copy's seals as the newest from now on.
    let verified = try program.run(["verify", "--record", "again.vigil"])
    #expect(verified.status == 0, "\(verified.output)")
    #expect(try program.must("accesses", "--record", "again.vigil").output.contains("copy.vigil"))
    var other = program
    other.environment["VIGIL_RECORD"] = program.folder.appendingPathComponent("again.vigil").path
    try other.start("P-015")
    try other.must("end", "2")
    #expect(try other.run(["verify"]).status == 0)
  }

  @Test func `nothing is restored over anything, nor from what is no backup`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("backup", "copy.vigil")
    for (arguments, status, words) in [
      (["copy.vigil", "--to", "record.vigil"], 73, "There is already a file record.vigil."),
      (["copy.vigil", "--to", "tmp"], 73, "tmp is a folder."),
      (["copy.vigil", "--to", ""], 64, "The file has no name."),
      (["absent", "--to", "again"], 66, "absent cannot be read: there is no such file."),
      (["tmp", "--to", "again"], 66, "tmp cannot be read: it is no file."),
      (["words", "--to", "again"], 70, "words is neither a record of Vigil nor a backup."),
      (["cut", "--to", "again"], 70, "cut is damaged and was not restored."),
      (["open", "--to", "again"], 77, "Beside open lies open-journal"),
      (["copy.vigil"], 64, "Missing expected argument '--to <path>'"),
    ] {
      try program.write("only words", to: "words")
      _ = try program.shell(
        "head -c 40960 copy.vigil > cut; cp copy.vigil open; touch open-journal"
      )
      let outcome = try program.run(["restore"] + arguments)
      #expect(Int(outcome.status) == status, "\(arguments) \(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      let names = try program.ownNames()
      #expect(!names.contains { $0.hasPrefix("again") || $0.hasSuffix(".part") })
    }
    #expect(try program.run(["verify"]).status != 1)
  }

  @Test func `a folder that is not there is made for its owner alone`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("backup", "copy.vigil")
    try program.must("restore", "copy.vigil", "--to", "new/place/record.vigil")
    #expect(
      try program.shell("stat -c %a new new/place new/place/record.vigil").output
        == "700\n700\n600\n"
    )
  }
}
