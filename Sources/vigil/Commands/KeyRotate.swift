import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// Puts a new key in the place of one that is in use.
struct KeyRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Put a new key in the place of the old one, which signs that.",
    discussion: """
      Asks for the old passphrase and then for a new one. Without a code it is the record's own key of \
      this machine, which has no passphrase. What the old key signed stays signed.

        vigil key rotate
        vigil key rotate LH --by LH --passphrase-file /tmp/old.txt \\
          --new-passphrase-file /tmp/new.txt
      """
  )

  @Argument(help: "Whose it is; without one the record's own.")
  var code: String?

  @OptionGroup var passphrase: PassphraseOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read the new one from a file's first line; - is the next line of standard input.",
      valueName: "path"
    )
  )
  var newPassphraseFile: String?

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func validate() throws {
    guard (passphrase.passphraseFile == nil) == (newPassphraseFile == nil) else {
      throw ValidationError("--passphrase-file and --new-passphrase-file go together.")
    }
    if code == nil, newPassphraseFile != nil {
      throw ValidationError("The record's own key has no passphrase; a clinician's needs the code.")
    }
  }

  func run() throws {
    let code = try code.map { try ClinicianCode($0) }
    let accessor = Here.accessor(try author.author())
    let desk = try Desk.open(record, .writing)
    guard let code else { return try rotateOwn(by: accessor, in: desk) }
    let supervision = desk.supervision
    let before = try supervision.keyInUse(of: code)
    let old = try passphrase.unlock("the key of \(code)") {
      try supervision.unlockKey(of: code, with: $0)
    }
    var replacement = PassphraseOptions()
    replacement.passphraseFile = newPassphraseFile
    let secret = try replacement.read(new: true, for: "the new key of \(code)")
    let seal = try supervision.rotateKey(
      of: code,
      from: old,
      under: secret,
      by: accessor,
      in: desk.zone(nil)
    )
    Output.answer(said("The key of \(code)", before.key.fingerprint, seal, in: desk))
  }

  private func rotateOwn(by accessor: Accessor, in desk: Desk) throws {
    let stamp = Stamp(desk.supervision.clock.now(), in: try desk.zone(nil))
    let seal = try desk.store.rotateOwnKey(by: accessor, at: stamp)
    Output.answer(
      said("The record's own key of this machine", seal.key.fingerprint, seal, in: desk)
    )
  }

  private func said(_ what: String, _ old: String, _ seal: Seal, in desk: Desk) -> String {
    let new = KeyAnswer.fingerprint(seal)
    let head = new == old ? "\(what) begins: \(new)." : "\(what) is now \(new); it follows \(old)."
    return "\(head)\nWhat was signed before stays signed.\n\(KeyAnswer.kept(in: desk))"
  }
}
