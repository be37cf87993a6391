import Crypto
import CryptoExtras
import Foundation

/// A symmetric key that a passphrase gives by scrypt, with the numbers that make it again.
///
/// 2^17 rounds of 8 blocks take 128 MiB and about 0.4 s: little for who knows it, much for who tries
/// many (RFC 7914; DECISIONS).
struct PassphraseKey: Hashable, Codable {
  let rounds: Int
  let blockSize: Int
  let parallelism: Int
  /// 16 random bytes, as digits.
  let salt: String

  static func fresh() -> PassphraseKey {
    let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Hexadecimal.text(Array($0)) }
    return PassphraseKey(rounds: 1 << 17, blockSize: 8, parallelism: 1, salt: salt)
  }

  /// Whether a Vigil may have written these numbers: a changed file must not take all the memory there
  /// is, of which 2^18 rounds take 256 MiB.
  var isPossible: Bool {
    (1 << 10...1 << 18).contains(rounds) && rounds & (rounds - 1) == 0 && blockSize == 8
      && parallelism == 1 && Hexadecimal.bytes(salt)?.count == 16
  }

  /// Refuses numbers that are not possible.
  func key(of passphrase: Passphrase) throws(KeyRefusal) -> SymmetricKey {
    guard isPossible, let salt = Hexadecimal.bytes(salt) else { throw .notDerived }
    do {
      return try KDF.Scrypt.deriveKey(
        from: passphrase.bytes,
        salt: salt,
        outputByteCount: 32,
        rounds: rounds,
        blockSize: blockSize,
        parallelism: parallelism,
        maxMemory: 2 * 128 * rounds * blockSize
      )
    } catch {
      throw .notDerived
    }
  }
}
