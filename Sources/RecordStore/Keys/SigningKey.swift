import Crypto
package import SessionRecord

/// An Ed25519 key that can sign.
///
/// It leaves this module only as a file of the keyring.
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  package let verifying: VerifyingKey

  /// A new one, from the machine's random numbers.
  init() throws(KeyRefusal) { try self.init(Curve25519.Signing.PrivateKey()) }

  /// Of 32 bytes; nil where they are none.
  init?(raw: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw),
      let made = try? SigningKey(key)
    else { return nil }
    self = made
  }

  private init(_ key: Curve25519.Signing.PrivateKey) throws(KeyRefusal) {
    guard let verifying = VerifyingKey(Array(key.publicKey.rawRepresentation)) else {
      throw .notDerived
    }
    self.key = key
    self.verifying = verifying
  }

  var raw: [UInt8] { Array(key.rawRepresentation) }

  /// 64 bytes; two signatures of the same digest need not be the same.
  func signature(of statement: [UInt8]) throws -> [UInt8] {
    Array(try key.signature(for: statement))
  }
}

extension VerifyingKey {
  /// Whether the other half of this key signed exactly that.
  func verifies(_ signature: [UInt8], of statement: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
      return false
    }
    return key.isValidSignature(signature, for: statement)
  }
}
