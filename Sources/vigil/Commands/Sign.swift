import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Signs a session that is closed with a clinician's own key.
struct Sign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Sign a closed session with your own key.",
    discussion: """
      Shows what is signed, and then asks for the passphrase of your key. The signature is over the \
      session as it is now: what is entered later needs another. Several clinicians may sign one session. \
      An open one is not signed: vigil checkpoint prints its digest.

        vigil sign 1 --by LH --passphrase-file /tmp/mine.txt
      """
  )

  @Argument(help: "Session number.")
  var session: String

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard let author = try author.author() else { throw SignCommandRefusal.authorMissing }
    let desk = try Desk.open(record, .writing)
    let supervision = desk.supervision
    let session = try supervision.session(meant: session, for: .ending)
    let (toSign, key) = try supervision.sessionToSign(session.number, by: author)
    let text = SigningText(toSign, style: layout.style)
    // On a terminal it stands before the question, wherever the answer goes.
    let isAsked = passphrase.passphraseFile == nil && Terminal.isInteractive
    if isAsked { Output.message(Run.marked(text.asked)) }
    let zone = try desk.zone(nil)
    let seal = try passphrase.unlock("the key of \(author), \(key.key.fingerprint)") { secret in
      try supervision.sign(toSign, with: key, of: author, passphrase: secret, in: zone)
    }
    Output.answer((isAsked ? "" : text.asked + "\n\n") + text.signed(seal))
  }
}
