import Foundation
import Testing

/// Keys of clinicians and of the record: made, listed, replaced and lost.
@Suite struct KeysTests {
  private func program() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.adoptExamples()
    return program
  }

  @Test func `adding a clinician without a terminal makes no key and says how`() throws {
    let program = try program()
    defer { program.discard() }
    let added = try program.must("clinician", "add", "LH", "--role", "administrator", "--by", "LH")
    #expect(
      added.output == """
        LH is listed as: administrator.
        LH has no key to sign with. To make one: vigil key make LH --by LH

        """
    )
    #expect(try program.keyFiles().isEmpty)
    // Who is listed already is not told again.
    let changed = try program.must("clinician", "add", "LH", "--name", "Lena Hart", "--by", "LH")
    #expect(!changed.output.contains("key"))
  }

  @Test func `adding a clinician with a passphrase makes a key that nobody else reads`() throws {
    let program = try program()
    defer { program.discard() }
    let file = try program.passphraseFile()
    let added = try program.must(
      "clinician",
      "add",
      "LH",
      "--role",
      "administrator",
      "--by",
      "LH",
      "--passphrase-file",
      file
    )
    #expect(added.errors == "")
    #expect(added.output.contains("The key of LH is made and in use: "))
    let files = try program.keyFiles()
    #expect(files.count == 1)
    let attributes = try FileManager.default.attributesOfItem(atPath: files[0].path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let text = try String(contentsOf: files[0], encoding: .utf8)
    #expect(!text.contains(VigilProgram.passphrase))
    #expect(text.contains("\"wrapped\"") && !text.contains("privateKey"))
    let again = try program.must(
      "clinician",
      "add",
      "LH",
      "--name",
      "Lena",
      "--by",
      "LH",
      "--passphrase-file",
      file
    )
    #expect(again.output.contains("LH has a key in this record already; none was made."))
    #expect(try program.keyFiles().count == 1)
  }

  @Test func `what is refused leaves neither a clinician nor a key`() throws {
    let program = try program()
    defer { program.discard() }
    try program.must("clinician", "add", "LH", "--role", "administrator", "--by", "LH")
    let file = try program.passphraseFile()
    let stranger = try program(
      "clinician",
      "add",
      "MB",
      "--by",
      "MB",
      "--passphrase-file",
      file
    )
    #expect(stranger.status == 77)
    let short = try program.passphraseFile("short", named: "short.txt")
    let refused = try program(
      "clinician",
      "add",
      "MB",
      "--by",
      "LH",
      "--passphrase-file",
      short
    )
    #expect(refused.status == 65)
    #expect(refused.errors.contains("at least 8 characters"))
    #expect(try !program.must("clinician", "list").output.contains("MB"))
    #expect(try program.keyFiles().isEmpty)
  }

  @Test func `a key is made for who is listed, by themselves or an administrator, once`() throws {
    let program = try program()
    defer { program.discard() }
    try program.must("clinician", "add", "LH", "--role", "administrator", "--by", "LH")
    try program.must("clinician", "add", "MB", "--by", "LH")
    try program.must("clinician", "add", "KO", "--by", "LH")
    let file = try program.passphraseFile()
    func make(_ code: String, by author: String) throws -> VigilProgram.Outcome {
      try program("key", "make", code, "--by", author, "--passphrase-file", file)
    }
    let unlisted = try make("XY", by: "XY")
    #expect(unlisted.status == 77 && unlisted.errors.contains("XY is not listed"))
    let other = try make("MB", by: "KO")
    #expect(other.status == 77 && other.errors.contains("this takes an administrator"))
    #expect(try program.keyFiles().isEmpty)
    #expect(try make("MB", by: "MB").status == 0)
    #expect(try make("KO", by: "LH").status == 0)
    let twice = try make("MB", by: "MB")
    #expect(twice.status == 77)
    #expect(twice.errors.contains("MB has a key in this record already"))
    #expect(twice.errors.contains("vigil key rotate MB --by MB"))
    #expect(try program.keyFiles().count == 2)
  }

  @Test func `a replaced key no longer signs, and the one that follows does`() throws {
    let program = try program()
    defer { program.discard() }
    try program.closeSession()
    try program.makeKey(of: "LH")
    let old = try program.passphraseFile()
    let new = try program.passphraseFile("another four words", named: "new.txt")
    let wrong = try program(
      "key",
      "rotate",
      "LH",
      "--by",
      "LH",
      "--passphrase-file",
      new,
      "--new-passphrase-file",
      old
    )
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("does not open the key of LH"))
    #expect(try program.keyFiles().count == 2)
    try program.must(
      "key",
      "rotate",
      "LH",
      "--by",
      "LH",
      "--passphrase-file",
      old,
      "--new-passphrase-file",
      new
    )
    let keys = try JSONOutput(program.must("key", "list", "--format", "json").output)
      .objects("keys").filter { $0["owner"] as? String == "LH" }
    #expect(keys.count == 2)
    let end = keys[0]["end"] as? [String: Any]
    #expect(end?["kind"] as? String == "followed")
    #expect(end?["by"] as? String == keys[1]["publicKey"] as? String)
    #expect(keys[1]["end"] is NSNull)
    #expect(try program("sign", "1", "--by", "LH", "--passphrase-file", old).status == 65)
    try program.must("sign", "1", "--by", "LH", "--passphrase-file", new)
    #expect(try program.must("verify").output.hasPrefix("HOLDS"))
  }

  @Test func `the old and the new passphrase may be two lines of standard input`() throws {
    let program = try program()
    defer { program.discard() }
    try program.makeKey(of: "LH")
    let both = "\(VigilProgram.passphrase)\nanother four words\n"
    let rotated = try program.run(
      [
        "key", "rotate", "LH", "--by", "LH", "--passphrase-file", "-", "--new-passphrase-file", "-",
      ],
      input: both
    )
    #expect(rotated.status == 0, "\(rotated.errors)")
    let one = try program("key", "rotate", "LH", "--passphrase-file", "-")
    #expect(one.status == 64)
    #expect(one.errors.contains("go together"))
  }

  @Test func `the record's own key is replaced, and its seals before stay`() throws {
    let program = try program()
    defer { program.discard() }
    try program.closeSession()
    let rotated = try program.must("key", "rotate")
    #expect(rotated.output.contains("it follows"))
    try program.must("addendum", "1", "said later")
    let keys = try JSONOutput(program.must("key", "list", "--format", "json").output)
      .objects("keys")
    #expect(keys.map { $0["sealsHere"] as? Bool } == [false, true])
    #expect(keys.map { $0["here"] as? Bool } == [true, true])
    #expect(try program.must("verify").output.hasPrefix("HOLDS"))
  }

  @Test func `a lost key is said to be lost by an administrator, and signs no more`() throws {
    let program = try program()
    defer { program.discard() }
    try program.closeSession()
    try program.makeKey(of: "MB")
    try program.must("clinician", "add", "LH", "--role", "administrator", "--by", "LH")
    try program.must("clinician", "add", "MB", "--by", "LH")
    let denied = try program("key", "lost", "MB", "--because", "stolen", "--by", "MB")
    #expect(denied.status == 77)
    let lost = try program.must("key", "lost", "MB", "--because", "stolen", "--by", "LH")
    #expect(lost.output.contains("vigil key make MB --by MB"))
    let file = try program.passphraseFile()
    let signed = try program("sign", "1", "--by", "MB", "--passphrase-file", file)
    #expect(signed.status == 77)
    #expect(signed.errors.contains("MB has no key in this record"))
    #expect(try program.must("key", "list").said.contains("said LH: stolen"))
    try program.makeKey(of: "MB")
    try program.must("sign", "1", "--by", "MB", "--passphrase-file", file)
    #expect(try program("key", "lost", "beef", "--because", "x", "--by", "LH").status == 66)
  }

  @Test func `the key with which this machine seals is replaced and not lost`() throws {
    let program = try program()
    defer { program.discard() }
    try program.closeSession()
    let keys = try JSONOutput(program.must("key", "list", "--format", "json").output)
      .objects("keys")
    let fingerprint = try #require(keys.first?["fingerprint"] as? String)
    let refused = try program("key", "lost", fingerprint, "--because", "x", "--by", "LH")
    #expect(refused.status == 77)
    #expect(refused.errors.contains("vigil key rotate"))
    // By its first digits, typed as they are printed, and on another machine.
    var elsewhere = program
    elsewhere.environment["VIGIL_KEYS"] = program.folder.appendingPathComponent("other").path
    let words = fingerprint.split(separator: " ").prefix(2).map(String.init)
    try elsewhere.run(["key", "lost"] + words + ["--because", "x", "--by", "LH"])
    let after = try JSONOutput(elsewhere.must("key", "list", "--format", "json").output)
      .objects("keys")
    #expect((after.first?["end"] as? [String: Any])?["kind"] as? String == "lost")
    #expect(after.map { $0["here"] as? Bool } == [false, true])
  }
}
