import ArgumentParser
import Foundation
import RecordStore
import SessionRecord

/// Where a passphrase comes from: typed on the terminal without being shown, or the first line of a file.
///
/// Never an argument or the environment, which other programs of the machine can see.
struct PassphraseOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read the passphrase from a file's first line; - is standard input.",
      valueName: "path"
    )
  )
  var passphraseFile: String?

  /// How often somebody at a terminal may mistype.
  private static let tries = 3
  private static let rule = "at least \(Passphrase.shortest) characters"

  /// Whether it is read from a file, or there is somebody to ask.
  var canRead: Bool { passphraseFile != nil || Terminal.isInteractive }

  /// The passphrase for something, as *LH's key*; a new one is typed twice on a terminal, and refused where
  /// it is too short.
  ///
  /// An old one is not tried here: see `unlock`, which asks again.
  func read(new: Bool, for what: String) throws -> Passphrase {
    if let path = passphraseFile { return try Passphrase(PassphraseFile(path).line()) }
    guard Terminal.isInteractive else { throw PassphraseRefusal.notGiven(for: what) }
    guard new else { return try Passphrase(asked("Passphrase for \(what):")) }
    return try chosen(for: what)
  }

  /// A new one, or nil where Enter alone says that none is wanted.
  func readIfWanted(for what: String) throws -> Passphrase? {
    if let path = passphraseFile { return try Passphrase(PassphraseFile(path).line()) }
    guard Terminal.isInteractive else { return nil }
    let typed = try asked(
      "New passphrase for \(what) (\(PassphraseOptions.rule); Enter alone: none):"
    )
    return typed.isEmpty ? nil : try chosen(for: what, typed: typed)
  }

  /// Opens something with its passphrase; on a terminal a wrong one may be typed again, three times in all.
  ///
  /// *open* throws `KeyRefusal.wrongPassphrase` where it is not the one.
  func unlock<Value>(_ what: String, _ open: (Passphrase) throws -> Value) throws -> Value {
    guard passphraseFile == nil else { return try open(read(new: false, for: what)) }
    var attempt = 1
    while true {
      do {
        return try open(read(new: false, for: what))
      } catch let refusal as KeyRefusal
        where refusal.isMistyped && attempt < PassphraseOptions.tries
      {
        attempt += 1
        Output.message(refusal.problem)
      }
    }
  }

  /// A new one, typed twice; *typed* is what was typed for it already.
  private func chosen(for what: String, typed first: String? = nil) throws -> Passphrase {
    var first = first
    var attempt = 1
    while true {
      do {
        let typed = try first ?? asked("New passphrase for \(what) (\(PassphraseOptions.rule)):")
        first = nil
        let passphrase = try Passphrase(typed)
        guard try asked("The same again:") == typed else {
          throw PassphraseRefusal.notTwiceTheSame
        }
        return passphrase
      } catch let refusal as any Refusal where attempt < PassphraseOptions.tries {
        attempt += 1
        Output.message(refusal.problem)
      }
    }
  }

  private func asked(_ question: String) throws -> String {
    if let typed = try HiddenInput.line(after: question) { return typed }
    Output.message("\nNo passphrase was given.")
    throw FoundSomething(status: .interrupted)
  }
}

extension KeyRefusal {
  /// Whether another passphrase might do.
  fileprivate var isMistyped: Bool {
    switch self {
    case .wrongPassphrase, .passphraseTooShort, .passphraseUnprintable: true
    default: false
    }
  }
}
