import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// Makes the key with which a clinician signs.
struct KeyMake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Make the key with which a clinician signs.",
    discussion: """
      The clinician whose key it is chooses the passphrase, and nobody else should know it: whoever does \
      can sign in their name. A lost passphrase cannot be found again; what was signed stays signed, and \
      a new key is made.

        vigil key make LH --by LH --passphrase-file /tmp/mine.txt
      """
  )

  @Argument(help: "Whose it is.")
  var code: String

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let code = try ClinicianCode(code)
    let accessor = Here.accessor(try author.author())
    let desk = try Desk.open(record, .writing)
    try desk.supervision.allowKey(for: code, by: accessor)
    let secret = try passphrase.read(new: true, for: "the key of \(code)")
    let seal = try desk.supervision.makeKey(
      for: code,
      under: secret,
      by: accessor,
      in: desk.zone(nil)
    )
    Output.answer(KeyAnswer.made(seal, of: code, in: desk))
  }
}
