import SessionRecord

/// Why a passphrase could not be asked for or read; nothing was done with it then.
enum PassphraseRefusal: Refusal, Hashable {
  /// Neither a terminal nor a file; *what* it was for, where that is known.
  case notGiven(for: String)
  case noTerminal
  case unreadable(String, String)
  case noSuchFile(String)
  case empty(String)
  case tooLong
  case notText
  case notTwiceTheSame

  var kind: RefusalKind {
    switch self {
    case .notGiven: .usage
    case .noSuchFile: .notFound
    case .noTerminal, .unreadable, .empty, .tooLong, .notText, .notTwiceTheSame:
      .badInput
    }
  }

  var problem: String {
    switch self {
    case .notGiven(let what):
      "The passphrase for \(what) cannot be asked for: there is no terminal. Nothing was stored."
    case .noTerminal: "The terminal does not hide what is typed. Nothing was asked or stored."
    case .unreadable(let name, let why): "\(name) cannot be read: \(why). Nothing was stored."
    case .noSuchFile(let path): "There is no file \(path). Nothing was stored."
    case .empty(let name): "\(name) has no passphrase on its first line. Nothing was stored."
    case .tooLong: "A passphrase has at most \(PassphraseText.most) bytes. Nothing was stored."
    case .notText: "The passphrase is not UTF-8 text. Nothing was stored."
    case .notTwiceTheSame: "The two passphrases differ. Nothing was stored."
    }
  }

  var remedy: String? {
    switch self {
    case .notGiven, .noTerminal:
      "Type it on a terminal, or give a file of your own whose first line it is: "
        + "--passphrase-file PATH"
    case .unreadable, .noSuchFile, .empty:
      "Name a file whose first line is the passphrase; - is standard input."
    case .tooLong, .notText: "Take four words or more, in plain letters."
    case .notTwiceTheSame: "Type it again, slowly."
    }
  }
}
