import Crypto
import Foundation
import SessionRecord

/// What a file of the keyring holds: a key of one record, as it is or wrapped by a passphrase.
struct KeyFile: Codable {
  let vigil: String
  let record: UUID
  /// Whose it is; absent: the record's own.
  let clinician: String?
  let publicKey: String
  /// Of the record's own key.
  let privateKey: String?
  /// Of a clinician's key: the numbers of scrypt, and nonce, ciphertext and tag of AES-GCM.
  let passphrase: PassphraseKey?
  let wrapped: String?

  static let kind = "key-1"

  /// The record's own, as it is: it has to sign without anybody being asked.
  init(own key: SigningKey, of record: UUID) {
    vigil = KeyFile.kind
    self.record = record
    clinician = nil
    publicKey = Hexadecimal.text(key.verifying.bytes)
    privateKey = Hexadecimal.text(key.raw)
    passphrase = nil
    wrapped = nil
  }

  init(
    _ key: SigningKey,
    of clinician: ClinicianCode,
    in record: UUID,
    under secret: Passphrase
  ) throws(KeyRefusal) {
    vigil = KeyFile.kind
    self.record = record
    self.clinician = clinician.text
    publicKey = Hexadecimal.text(key.verifying.bytes)
    privateKey = nil
    let derived = PassphraseKey.fresh()
    passphrase = derived
    let wrapping = try derived.key(of: secret)
    let bound = KeyFile.bound(record, clinician.text, publicKey)
    guard let box = try? AES.GCM.seal(key.raw, using: wrapping, authenticating: bound),
      let combined = box.combined
    else { throw .notDerived }
    wrapped = Hexadecimal.text(combined)
  }

  /// The record's own key; nil where the file holds no such.
  var ownKey: SigningKey? {
    guard vigil == KeyFile.kind, clinician == nil, let privateKey,
      let key = Hexadecimal.bytes(privateKey).flatMap(SigningKey.init(raw:)),
      Hexadecimal.text(key.verifying.bytes) == publicKey
    else { return nil }
    return key
  }

  func unlocked(with secret: Passphrase) throws(KeyRefusal) -> SigningKey {
    let name = "the key of \(clinician ?? "the record")"
    guard vigil == KeyFile.kind, let clinician, let passphrase, passphrase.isPossible,
      let combined = wrapped.flatMap(Hexadecimal.bytes)
    else { throw .wrongPassphrase(of: name) }
    let wrapping = try passphrase.key(of: secret)
    guard let box = try? AES.GCM.SealedBox(combined: combined),
      let raw = try? AES.GCM.open(
        box,
        using: wrapping,
        authenticating: KeyFile.bound(record, clinician, publicKey)
      ), let key = SigningKey(raw: Array(raw)),
      Hexadecimal.text(key.verifying.bytes) == publicKey
    else { throw .wrongPassphrase(of: name) }
    return key
  }

  /// What the ciphertext is bound to, so that no key is taken for another's.
  private static func bound(_ record: UUID, _ clinician: String, _ publicKey: String) -> [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.key.v1")
    writer.octets(record.bytes)
    writer.text(clinician)
    writer.text(publicKey)
    return writer.bytes
  }
}
