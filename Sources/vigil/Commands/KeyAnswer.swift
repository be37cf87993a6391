import RecordStore
import SessionRecord
import Supervision

/// What is said of a key that is in use now.
enum KeyAnswer {
  static func made(_ seal: Seal, of code: ClinicianCode, in desk: Desk) -> String {
    """
    The key of \(code) is made and in use: \(KeyAnswer.fingerprint(seal)).
    \(KeyAnswer.kept(in: desk))
    To sign a closed session: vigil sign 12 --by \(code)
    """
  }

  /// Of the key that the seal puts in use.
  static func fingerprint(_ seal: Seal) -> String {
    switch seal.act {
    case .keyBegins(let key), .keyFollows(let key), .keyLost(let key): key.fingerprint
    case .head: seal.key.fingerprint
    }
  }

  static func kept(in desk: Desk) -> String {
    let folder = desk.store.station.keyring?.place(of: desk.store.recordID) ?? "no folder"
    return "Its file lies in \(folder); keep a copy of that folder apart from the record."
  }
}
