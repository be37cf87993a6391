/// What wraps a clinician's key, or encrypts a backup; kept nowhere.
package struct Passphrase: Sendable {
  let bytes: [UInt8]

  /// Refuses what is under eight characters or holds a control character.
  package init(_ text: String) throws(KeyRefusal) {
    guard text.count >= Passphrase.shortest else { throw .passphraseTooShort }
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .passphraseUnprintable }
    bytes = Array(text.utf8)
  }

  package static let shortest = 8
}
