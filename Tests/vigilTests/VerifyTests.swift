import Foundation
import Testing

/// What `vigil verify` answers, and with which exit code.
@Suite struct VerifyTests {
  private func closed(note: String = "calm") throws -> VigilProgram {
    let program = try VigilProgram()
    try program.closeSession(note: note)
    return program
  }

  @Test func `a sealed record holds, and says what was looked at and what that does not show`()
    throws
  {
    let program = try closed()
    defer { program.discard() }
    for arguments in [["verify"], ["verify", "1"], ["verify", "--chains"]] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 0, "\(arguments): \(outcome.said)\(outcome.errors)")
      #expect(outcome.errors == "", "\(arguments)")
      #expect(outcome.output.hasPrefix("HOLDS: "), "\(arguments)")
      #expect(outcome.flowed.contains("Looked at: 5 entries, 1 session, "), "\(arguments)")
      #expect(outcome.flowed.contains("Not shown: "), "\(arguments)")
    }
    #expect(try program.must("verify").said.contains("1 session, which is whole"))
    let one = try program.must("verify", "1").said
    #expect(one.contains("Last entry: #5"))
    #expect(one.contains("Sealed by this record, entered as KO"))
  }

  @Test func `a changed entry is named, with what still links, and its session is not whole`()
    throws
  {
    let program = try closed(note: "zebra")
    defer { program.discard() }
    try program.alterRecord("zebra", to: "zebrb")
    let outcome = try program("verify")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("DAMAGED: "))
    #expect(outcome.flowed.contains("session 1 #3 (S-"))
    #expect(outcome.flowed.contains("the 2 after it still link"))
    #expect(outcome.flowed.contains("none of them surely whole"))
    #expect(outcome.flowed.contains("vigil restore"))
    let json = try JSONOutput(program("verify", "1", "--format", "json").output)
    #expect(json["outcome"] as? String == "damaged")
    #expect(json["wholeSessions"] as? [Int] == [])
    let first = try #require(json.objects("findings").first)
    #expect((first["place"] as? [String: Any])?["entry"] as? Int == 3)
    #expect(first["damage"] as? Bool == true)
  }

  @Test func `another session of a damaged record is whole`() throws {
    let program = try closed(note: "zebra")
    defer { program.discard() }
    try program.start("P-015", room: "9")
    try program.must("add", "-s", "2", "118/74 68 98%")
    try program.must("end", "2")
    try program.alterRecord("zebra", to: "zebrb")
    let outcome = try program("verify")
    #expect(outcome.status == 1)
    #expect(outcome.flowed.contains("2 sessions; surely whole: 2"))
  }

  @Test func `a digest that is not there is damage, and the same of another session is said`()
    throws
  {
    let program = try closed()
    defer { program.discard() }
    try program.start("P-015", room: "9")
    let other = try JSONOutput(program.must("checkpoint", "2", "--format", "json").output)
    let digest = try #require(other.objects("checkpoints").first?["digest"] as? String)
    let wrong = try program("verify", "1", "--expect", digest)
    #expect(wrong.status == 1)
    #expect(wrong.flowed.contains("none of S-") && wrong.flowed.contains("-0001, but S-"))
    let nowhere = try program("verify", "1", "--expect", String(repeating: "0", count: 64))
    #expect(nowhere.status == 1)
    #expect(nowhere.output.hasPrefix("DAMAGED, or another digest: "))
    #expect(nowhere.flowed.contains("compare the digits with the print"))
    let anywhere = try program("verify", "--expect", digest)
    #expect(anywhere.status == 0, "\(anywhere.said)")
    let short = try program("verify", "2", "--expect", String(digest.prefix(16)).uppercased())
    #expect(short.status == 0)
    #expect(short.flowed.contains("Only 16 of its 64 digits were given."))
    for (typed, words) in [("12ab", "too few"), ("xyz", "is not a digest")] {
      let refused = try program("verify", "2", "--expect", typed)
      #expect(refused.status == 64)
      #expect(refused.errors.contains(words), "\(refused.errors)")
    }
  }

  @Test func `a session that a print knows and the record does not is damage`() throws {
    let program = try closed()
    defer { program.discard() }
    #expect(try program("verify", "7").status == 66)
    let outcome = try program("verify", "7", "--expect", String(repeating: "ab", count: 32))
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("DAMAGED: session 7 is not in this record."))
    #expect(try program("verify", "no such").status == 64)
  }

  @Test func `a file that is no record is damaged, and one of a newer Vigil cannot be told`() throws
  {
    var program = try closed()
    defer { program.discard() }
    try program.write(String(repeating: "not a record ", count: 100), to: "other.vigil")
    let other = try program("verify", "--record", "other.vigil")
    #expect(other.status == 1)
    #expect(other.output.hasPrefix("DAMAGED: "))
    #expect(try program("verify", "--record", "nowhere.vigil").status == 66)
    // The version stands at byte 60 of a SQLite file, big-endian.
    var bytes = try #require(program.recordBytes)
    bytes[63] = 9
    try bytes.write(to: program.folder.appendingPathComponent("newer.vigil"))
    program.environment["VIGIL_RECORD"] = program.folder.appendingPathComponent("newer.vigil").path
    let newer = try program("verify")
    #expect(newer.status == 2)
    #expect(newer.output.hasPrefix("CANNOT TELL: "))
    let json = try JSONOutput(program("verify", "--format", "json").output)
    #expect(json["outcome"] as? String == "cannot-tell")
  }

  @Test func `looking is logged, and a record that cannot be written is looked at all the same`()
    throws
  {
    let program = try closed()
    defer { program.discard() }
    try program.must("verify", "1")
    let logged = try JSONOutput(program.must("accesses", "--format", "json").output)
      .objects("accesses")
    let last = try #require(logged.last)
    #expect(last["act"] as? String == "verified")
    #expect((last["subject"] as? String)?.hasSuffix("-0001") == true)
    #expect((last["by"] as? [String: Any])?["name"] as? String == "KO")
    // Who is root may write it all the same.
    guard getuid() != 0, let path = program.environment["VIGIL_RECORD"] else { return }
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    defer { try? files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path) }
    let read = try program("verify")
    #expect(read.status == 0)
    #expect(read.errors.contains("could not be noted"))
  }
}
