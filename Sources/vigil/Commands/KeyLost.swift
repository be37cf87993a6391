import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// Says that a key is lost, so that nothing is signed with it any more.
struct KeyLost: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lost",
    abstract: "Say that a key is lost: from then on nothing it signs counts.",
    discussion: """
      Takes an administrator, once clinicians are listed. What it signed before stays signed. A key is \
      named by whose it is, or by the beginning of its fingerprint in vigil key list.

        vigil key lost MB --because 'forgot the passphrase' --by LH
      """
  )

  @Argument(help: ArgumentHelp("Whose it is, or its fingerprint.", valueName: "key"))
  var key: [String]

  @Option(name: .long, help: ArgumentHelp("What happened.", valueName: "reason"))
  var because: String

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let reason = try PlainText.checked(because, what: "reason")
    let accessor = Here.accessor(try author.author())
    let desk = try Desk.open(record, .writing)
    let lost = try desk.supervision.loseKey(
      named: key.joined(separator: " "),
      because: reason,
      by: accessor,
      in: desk.zone(nil)
    )
    let owner = lost.key.owner.map { "of \($0)" } ?? "of this record"
    var said =
      "The key \(owner) \(lost.key.key.fingerprint) is lost and no longer in use, said "
      + "\(lost.seal.at.civil.date) \(lost.seal.at.clock).\nWhat it signed before stays signed."
    if let code = lost.key.owner { said += "\nA new one: vigil key make \(code) --by \(code)" }
    Output.answer(said)
  }
}
