package import SessionRecord

/// Why a key cannot be made, found or used; nothing was signed then.
package enum KeyRefusal: Refusal, Hashable {
  case passphraseTooShort
  case passphraseUnprintable
  /// The passphrase is not the one, or the file was changed: the two cannot be told apart.
  case wrongPassphrase(of: String)
  case noKeyring
  case noKey(of: ClinicianCode, folder: String)
  /// A clinician without a key in use in the record.
  case nothingInUse(of: ClinicianCode)
  case alreadyInUse(of: ClinicianCode)
  /// The record's own key is not in use: lost, or followed by another.
  case retired(path: String)
  case notReadable(path: String, why: String)
  case notWritten(path: String, why: String)
  /// A key file that others than its owner may read.
  case openToOthers(path: String)
  case malformed(path: String)
  case noSuchKey(String)
  case sessionOpen(String)
  case alreadySigned(by: ClinicianCode, String)
  /// Something was entered between the look and the signature.
  case wentOn(String)
  /// scrypt or the cipher failed, for want of memory.
  case notDerived

  package var kind: RefusalKind {
    switch self {
    case .passphraseTooShort, .passphraseUnprintable, .wrongPassphrase: .badInput
    case .noKey, .noSuchKey: .notFound
    case .noKeyring, .nothingInUse, .alreadyInUse, .retired, .sessionOpen, .alreadySigned,
      .wentOn:
      .notAllowed
    case .notReadable, .openToOthers, .malformed: .damaged
    case .notWritten, .notDerived: .cannotWrite
    }
  }

  package var problem: String {
    switch self {
    case .passphraseTooShort:
      "A passphrase has at least \(Passphrase.shortest) characters. Nothing was signed."
    case .passphraseUnprintable: "The passphrase holds a control character. Nothing was signed."
    case .wrongPassphrase(let what):
      "This passphrase does not open \(what), or its file was changed. Nothing was signed."
    case .noKeyring: "There is no place for keys: no HOME is set. Nothing was signed."
    case .noKey(let code, let folder): "The key of \(code) is not in \(folder). Nothing was signed."
    case .nothingInUse(let code): "\(code) has no key in this record. Nothing was signed."
    case .alreadyInUse(let code): "\(code) has a key in this record already. Nothing was made."
    case .retired(let path): "The key \(path) is no longer in use in this record."
    case .notReadable(let path, let why): "The key \(path) cannot be read: \(why)."
    case .notWritten(let path, let why): "The key \(path) could not be written: \(why)."
    case .openToOthers(let path): "The key \(path) can be read by others than its owner."
    case .malformed(let path): "\(path) is not a key of this record."
    case .noSuchKey(let text): "No key in use in this record begins with “\(text)”."
    case .sessionOpen(let session): "\(session) is open. Nothing was signed."
    case .alreadySigned(let code, let session):
      "\(code) has signed \(session) as it is. Nothing was added."
    case .wentOn(let session):
      "Something was entered in \(session) since it was shown. Nothing was signed."
    case .notDerived: "The passphrase could not be worked into a key: there is too little memory."
    }
  }

  package var remedy: String? {
    switch self {
    case .passphraseTooShort: "Take four words or more."
    case .passphraseUnprintable: "Type it again."
    case .wrongPassphrase:
      "Type it again. If it is lost, so is the key: vigil key lost says so, and a new one can be made."
    case .noKeyring: "Set VIGIL_KEYS to a folder of your own."
    case .noKey(let code, _):
      "Keys lie on the machine that made them. If it is gone there too: vigil key lost \(code) "
        + "--because 'why', and then vigil key make \(code) --by \(code)"
    case .nothingInUse(let code): "Make one: vigil key make \(code) --by \(code)"
    case .alreadyInUse(let code): "To replace it: vigil key rotate \(code) --by \(code)"
    case .retired: "Take it out of the folder; the next seal makes a new one."
    case .notReadable, .notWritten: "See to the folder, or set VIGIL_KEYS to another."
    case .openToOthers(let path): "Close it: chmod 600 \(path)"
    case .malformed: "Put the file back from where keys are kept, or take it out of the folder."
    case .noSuchKey: "vigil key list shows all."
    case .sessionOpen(let session):
      "A session is signed once it is closed: vigil end. Until then: vigil checkpoint \(session)"
    case .wentOn: "Look at it as it is now, and sign that."
    case .alreadySigned, .notDerived: nil
    }
  }
}
