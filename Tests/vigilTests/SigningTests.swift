import Foundation
import Testing

/// Signing a closed session, sealing what is not, and the digests that are printed.
@Suite struct SigningTests {
  @Test func `says what is signed before, and with which key after`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.closeSession()
    try program.makeKey(of: "LH")
    let file = try program.passphraseFile()
    let signed = try program.must("sign", "1", "--by", "LH", "--passphrase-file", file)
    #expect(signed.errors == "")
    let said = signed.said
    #expect(said.contains("P-014 Alex Rivera, closed "))
    #expect(said.contains("5 entries, the last one recorded "))
    #expect(said.contains("no flag is open"))
    #expect(said.contains("Sealed by this record, entered as KO."))
    #expect(said.contains("is signed with the key of LH, as of entry #5"))
    #expect(said.firstMatch(of: /([0-9a-f]{4} ){7,15}[0-9a-f]{4}/) != nil)
    let command = try #require(said.firstMatch(of: /vigil (verify 1 --expect [0-9a-f]{64})/))
    let checked = try program.run(command.1.split(separator: " ").map(String.init))
    #expect(checked.status == 0, "\(checked.errors)")
    #expect(checked.said.contains("Signed with the key of LH"))
  }

  @Test func `several sign one head, each once, and what comes later needs another`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.closeSession()
    let file = try program.passphraseFile()
    for code in ["LH", "MB"] {
      try program.makeKey(of: code)
      try program.must("sign", "1", "--by", code, "--passphrase-file", file)
    }
    let twice = try program("sign", "1", "--by", "MB", "--passphrase-file", file)
    #expect(twice.status == 77)
    #expect(twice.errors.contains("MB has signed"))
    try program.must("addendum", "1", "said later")
    let again = try program.must("sign", "1", "--by", "MB", "--passphrase-file", file).flowed
    #expect(again.contains("amended since"))
    #expect(again.contains("as of entry #6"))
    #expect(!again.contains("signed with the key of LH"))
    #expect(try program.must("verify", "1").output.hasPrefix("HOLDS"))
  }

  @Test func `refuses an open session, a stranger and a wrong passphrase, and adds nothing`() throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.makeKey(of: "LH")
    let file = try program.passphraseFile()
    let before = program.recordBytes
    let open = try program("sign", "1", "--by", "LH", "--passphrase-file", file)
    #expect(open.status == 77)
    #expect(open.errors.contains("is open. Nothing was signed."))
    #expect(open.errors.contains("vigil checkpoint"))
    #expect(program.recordBytes == before)
    try program.must("end", "1")
    let closed = program.recordBytes
    let stranger = try program("sign", "1", "--by", "XY", "--passphrase-file", file)
    #expect(stranger.status == 77)
    #expect(stranger.errors.contains("vigil key make XY --by XY"))
    let other = try program.passphraseFile("not the right words", named: "other.txt")
    let wrong = try program("sign", "1", "--by", "LH", "--passphrase-file", other)
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("does not open the key of LH"))
    let unasked = try program("sign", "1", "--by", "LH")
    #expect(unasked.status == 64)
    #expect(unasked.errors.contains("--passphrase-file PATH"))
    #expect(program.recordBytes == closed)
  }

  @Test func `says where others may read the passphrase, and signs all the same`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.closeSession()
    try program.makeKey(of: "LH")
    try program.write("\(VigilProgram.passphrase)\r\nsecond line\n", to: "open.txt")
    let signed = try program("sign", "1", "--by", "LH", "--passphrase-file", "open.txt")
    #expect(signed.status == 0)
    #expect(signed.errors.contains("chmod 600 open.txt"))
    let empty = try program.run(
      ["sign", "1", "--by", "LH", "--passphrase-file", "-"],
      input: "\n"
    )
    #expect(empty.status == 77 || empty.status == 65)
  }

  @Test func `what was closed without a key is saved, said, and sealed later`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let keys = program.environment["VIGIL_KEYS"]
    program.environment["VIGIL_KEYS"] = "/dev/null/keys"
    let closed = try program("end", "1")
    #expect(closed.status == 0)
    #expect(closed.errors.contains("Saved, and not sealed: "))
    #expect(closed.errors.contains("vigil seal 1"))
    let unsealed = try program("verify", "1")
    #expect(unsealed.status == 2)
    #expect(unsealed.output.hasPrefix("CANNOT TELL"))
    let refused = try program("seal", "1")
    #expect(refused.status == 70)
    program.environment["VIGIL_KEYS"] = keys
    let sealed = try program.must("seal")
    #expect(sealed.output.contains("is sealed by this record as of entry #3, entered as KO"))
    #expect(try program.must("verify", "1").output.hasPrefix("HOLDS"))
    #expect(try program.must("seal", "1").output.contains("Nothing was added."))
    try program.start("P-015", room: "9")
    let open = try program("seal", "2")
    #expect(open.status == 77)
    #expect(open.errors.contains("is open"))
  }

  @Test func `a checkpoint is found again after more was entered, and writes nothing`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "118/74 68 98%")
    let before = program.recordBytes
    let said = try program.must("checkpoint").said
    #expect(program.recordBytes == before)
    #expect(said.contains("open, as of entry #2, recorded "))
    let command = try #require(said.firstMatch(of: /vigil (verify 1 --expect [0-9a-f]{64})/))
    let groups = try #require(said.firstMatch(of: /([0-9a-f]{4} ){15}[0-9a-f]{4}/)).0
    try program.must("add", "120/76 70 98%")
    let words = ["verify", "1", "--expect"] + groups.split(separator: " ").map(String.init)
    for arguments in [command.1.split(separator: " ").map(String.init), words] {
      let checked = try program.run(arguments)
      #expect(checked.said.contains("as of entry #2"), "\(checked.errors)")
      #expect(checked.said.contains("1 entry was added since"))
    }
    let json = try JSONOutput(program.must("checkpoint", "P-014", "--format", "json").output)
    #expect(json.objects("checkpoints").map { $0["entry"] as? Int } == [3])
    try program.must("end", "1")
    #expect(try program.must("checkpoint").said.contains("No session is open."))
    #expect(try program.must("checkpoint", "1").said.contains("not open"))
  }
}
